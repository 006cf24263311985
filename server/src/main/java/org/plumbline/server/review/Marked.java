package org.plumbline.server.review;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** JSON with a mark by which a program knows that nothing changed. */
final class Marked {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Marked() {}

    static ResponseEntity<Object> of(Object body) {
        String text = JSON.writeValueAsString(body);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag("\"" + ChartAnswers.mark(text) + "\"")
                .body(body);
    }

    /** A course as JSON has it: null where not assessed. */
    static List<@Nullable Double> finite(double[] course) {
        List<@Nullable Double> values = new ArrayList<>(course.length);
        for (double value : course) {
            values.add(Double.isFinite(value) ? Math.round(value * 100) / 100.0 : null);
        }
        return values;
    }
}
