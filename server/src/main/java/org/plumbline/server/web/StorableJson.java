package org.plumbline.server.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Refuses JSON with text that is none; {@link UnreadableJson} says in which field. */
@Configuration
class StorableJson {
    @Bean
    static JacksonModule storableText() {
        return new SimpleModule("storable text").addDeserializer(String.class, new Storable());
    }

    private static final class Storable extends StdScalarDeserializer<String> {
        Storable() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            String text = StringDeserializer.instance.deserialize(json, context);
            if (text != null && !StorableText.is(text)) {
                context.reportInputMismatch(UnreadableJson.Unstorable.class, "no text");
            }
            if (text != null && StorableText.fault("", text) != null) {
                context.reportInputMismatch(UnreadableJson.Unseen.class, "nothing to see");
            }
            return text;
        }
    }
}
