package org.plumbline.server.web;

import com.fasterxml.jackson.annotation.Nulls;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.jdk.NumberDeserializers;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Refuses JSON that can be read and cannot be meant: numbers that are none, days of other centuries, a name that stands twice.
 * {@link UnreadableJson} says in which field; {@link PlausibleParameters} does the same for parameters.
 */
@Configuration
class PlausibleJson {
    @Bean
    static JacksonModule plausible() {
        return new SimpleModule("plausible")
                .addDeserializer(Double.class, new Finite(Double.class, null))
                .addDeserializer(double.class, new Finite(double.class, 0.0))
                .addDeserializer(LocalDate.class, new Day());
    }

    /** Of two fields of one name one would be taken without a word. */
    @Bean
    static JsonMapperBuilderCustomizer eachNameOnce() {
        return mapper -> mapper.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    /** {@code ""} is no number, no day and no identity, and 7 is no text: neither is read as something else without a word. */
    @Bean
    static JsonMapperBuilderCustomizer everythingAsWhatItIs() {
        return mapper -> mapper.withCoercionConfigDefaults(
                        any -> any.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                                .setAcceptBlankAsEmpty(false))
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    /** A word is written in one way, whether a record has it as text or as one of a set. */
    @Bean
    static JsonMapperBuilderCustomizer wordsInSmallLetters() {
        return mapper ->
                mapper.enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE).enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS);
    }

    /** Null within a list or a map says nothing; of a field it says that nothing is given. */
    @Bean
    static JsonMapperBuilderCustomizer nothingWithinLists() {
        return mapper -> mapper.changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL));
    }

    /** {@code "NaN"} and 1e999 are read as numbers else. */
    private static final class Finite extends StdScalarDeserializer<Double> {
        private final NumberDeserializers.DoubleDeserializer numbers;

        @SuppressWarnings("unchecked")
        Finite(Class<?> type, @Nullable Double none) {
            super(type);
            numbers = new NumberDeserializers.DoubleDeserializer((Class<Double>) type, none);
        }

        @Override
        public Double deserialize(JsonParser json, DeserializationContext context) {
            Double number = numbers.deserialize(json, context);
            if (number != null && !Double.isFinite(number)) {
                context.reportInputMismatch(handledType(), "no number");
            }
            return number;
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return numbers.getNullValue(context);
        }
    }

    /** Jackson's own takes moments, lists of numbers and text with room around it for a day. */
    private static final class Day extends StdScalarDeserializer<LocalDate> {
        Day() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return context.reportInputMismatch(LocalDate.class, "no text");
            }
            try {
                return PlausibleDay.of(json.getString());
            } catch (DateTimeException none) {
                return context.reportInputMismatch(LocalDate.class, "no day");
            }
        }
    }
}
