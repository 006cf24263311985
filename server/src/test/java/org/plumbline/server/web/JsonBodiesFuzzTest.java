package org.plumbline.server.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.server.PlumblineApplication;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.MethodParameter;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestBody;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Every body of the API, by the mapper of the product: read, or refused with a place and a reason that repeats nothing. */
class JsonBodiesFuzzTest {
    /** No two characters of it stand in our own words or in JSON's. */
    private static final String MARK = "\u00a7\u00b6";

    private static final class Product {
        private static final JsonMapper MAPPER = mapper();
        private static final List<JavaType> BODIES = bodies();

        private static JsonMapper mapper() {
            AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "as application.yaml says",
                            Map.of("spring.jackson.deserialization.accept-float-as-int", "false")));
            context.register(JacksonAutoConfiguration.class, StorableJson.class);
            context.refresh();
            return context.getBean(JsonMapper.class);
        }

        /** What the controllers take, found by itself: a new body is fuzzed from its first day. */
        private static List<JavaType> bodies() {
            ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
            scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
            return scan.findCandidateComponents(PlumblineApplication.class.getPackageName()).stream()
                    .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                    .flatMap(controller -> Stream.of(controller.getDeclaredMethods()))
                    .flatMap(Product::bodies)
                    .distinct()
                    .sorted(Comparator.comparing(Type::getTypeName))
                    .map(type -> MAPPER.getTypeFactory().constructType(type))
                    .toList();
        }

        private static Stream<Type> bodies(Method method) {
            return Stream.of(method.getParameters())
                    .map(MethodParameter::forParameter)
                    .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                    .map(MethodParameter::getGenericParameterType);
        }
    }

    /** The first byte says which body it is. */
    @MethodSource("seeds")
    @FuzzTest
    void areReadOrRefusedWithoutRepeatingThem(byte[] input) {
        assertTrue(Product.BODIES.size() > 20, "the bodies are found: " + Product.BODIES);
        if (input.length == 0) {
            return;
        }
        JavaType body = Product.BODIES.get((input[0] & 0xff) % Product.BODIES.size());
        String json = new String(input, 1, input.length - 1, StandardCharsets.UTF_8);
        try {
            Product.MAPPER.readValue(json, body);
        } catch (JacksonException refused) {
            String said = UnreadableJson.say(refused);
            assertFalse(said.isBlank());
            assertFalse(said.contains(MARK), said);
        }
    }

    static Stream<byte[]> seeds() {
        return Stream.concat(
                Stream.of(
                                "{}",
                                "{\"score\":3,\"moment\":\"after\",\"places\":[{\"region\":\"knee\",\"side\":\"left\"}],\"note\":\"a\"}",
                                "{\"content\":\"" + MARK + "\\u0000\"}",
                                "{\"" + MARK + "\":\"" + MARK + "\",\"exercise\":[],\"roles\":[\"" + MARK
                                        + "\"],\"load\":1e999}",
                                "{\"flag\":\"x\",\"metric\":\"y\",\"reason\":\"seen\",\"note\":null}",
                                "{\"limits\":{\"lumbarFlexionPeakDeg\":35},\"sets\":3,\"startsOn\":\"2026-01-05\"}")
                        .flatMap(JsonBodiesFuzzTest::asEveryBody),
                Stream.of(
                        new byte[0],
                        new byte[] {3, '['},
                        ("\u0001" + "[".repeat(3000)).getBytes(StandardCharsets.UTF_8)));
    }

    private static Stream<byte[]> asEveryBody(String json) {
        return Stream.iterate(0, which -> which + 1).limit(40).map(which -> {
            byte[] text = json.getBytes(StandardCharsets.UTF_8);
            byte[] input = new byte[text.length + 1];
            input[0] = which.byteValue();
            System.arraycopy(text, 0, input, 1, text.length);
            return input;
        });
    }
}
