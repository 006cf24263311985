package org.plumbline.server.exchange;

import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.SignalDoubt;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The analysis result as JSON: the one shape of {@code analyze --json}, REST and export.
 *
 * <p>Fields stand in the order of the records. What is not known is {@code null}; NaN is never written.
 * Numbers have at most six decimals. Everything
 * beyond ASCII is escaped, so that no console's encoding can spoil it. Safe for many threads.
 */
public final class AnalysisJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule("analysis")
                    .addSerializer(Double.class, new FiniteOrNull(Double.class))
                    .addSerializer(double.class, new FiniteOrNull(double.class))
                    .addSerializer(FlagName.class, new FlagNameSerializer())
                    .addSerializer(Confidence.class, new ConfidenceSerializer())
                    .addSerializer(SignalDoubt.class, new SignalDoubtSerializer()))
            .build();

    private AnalysisJson() {}

    /** The result as an indented JSON text, ending with a line end. */
    public static String write(AnalysisResult result) {
        return MAPPER.writeValueAsString(result) + "\n";
    }

    /** The mapper behind it, for results inside other documents. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    private static final class FiniteOrNull extends StdSerializer<Double> {
        FiniteOrNull(Class<Double> type) {
            super(type);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializationContext context) {
            if (Double.isFinite(value)) {
                json.writeNumber(rounded(value));
            } else {
                json.writeNull();
            }
        }
    }

    /** Microseconds and millionths of a degree: what lies below is the arithmetic, not the measurement. */
    private static double rounded(double value) {
        double rounded = Math.rint(value * 1e6) / 1e6;
        return Math.abs(value) < 1e9 ? rounded : value;
    }

    private static final class FlagNameSerializer extends ValueSerializer<FlagName> {
        @Override
        public void serialize(FlagName value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.jsonName());
        }
    }

    private static final class SignalDoubtSerializer extends ValueSerializer<SignalDoubt> {
        @Override
        public void serialize(SignalDoubt value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.sentence());
        }
    }

    private static final class ConfidenceSerializer extends ValueSerializer<Confidence> {
        @Override
        public void serialize(Confidence value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.jsonName());
        }
    }
}
