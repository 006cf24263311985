package org.plumbline.server.training;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.SignalDoubt;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** JSON as it stands in the database: the records as they are, unknown keys of newer versions let through. */
final class StoredJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            // lists of newer versions are missing in what older ones wrote
            .withConfigOverride(
                    List.class, lists -> lists.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(Map.class, maps -> maps.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .addModule(new SimpleModule("stored").addDeserializer(SignalDoubt.class, new NamedOrSaid()))
            .build();

    private static final JsonMapper OVERALL =
            MAPPER.rebuild().addMixIn(AnalysisResult.class, Overall.class).build();

    private StoredJson() {}

    /** A result whose repetitions are not read. */
    @JsonIgnoreProperties("repetitions")
    private interface Overall {}

    /** A doubt by its name; where an earlier version wrote it, by its sentence. One of a newer version stays a doubt. */
    private static final class NamedOrSaid extends StdScalarDeserializer<SignalDoubt> {
        NamedOrSaid() {
            super(SignalDoubt.class);
        }

        @Override
        public SignalDoubt deserialize(JsonParser json, DeserializationContext context) {
            String stored = json.getString();
            return Stream.of(SignalDoubt.values())
                    .filter(doubt ->
                            doubt.name().equals(stored) || doubt.sentence().equals(stored))
                    .findFirst()
                    .orElse(SignalDoubt.NOT_KNOWN_HERE);
        }
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** A result without its repetitions: they are passed over, and never in memory together. */
    static AnalysisResult readOverall(Reader json) {
        return OVERALL.readValue(json, AnalysisResult.class).with(List.of());
    }
}
