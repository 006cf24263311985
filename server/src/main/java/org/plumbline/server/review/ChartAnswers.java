package org.plumbline.server.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.plumbline.server.review.chart.Chart;
import org.plumbline.server.web.Sha256;
import org.plumbline.server.web.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/** Charts as answers: their bytes, what they are, and a mark by which a browser knows that nothing changed. */
final class ChartAnswers {
    /** Figures that tell one picture of a person from every other. */
    private static final int MARK_LENGTH = 24;

    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

    private ChartAnswers() {}

    /** @param type {@code svg} or {@code png} */
    static ResponseEntity<byte[]> answer(Chart chart, String type) throws IOException {
        return switch (type) {
            case "svg" -> answer(chart.svg(), SVG);
            case "png" -> answer(chart.png(), MediaType.IMAGE_PNG);
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND, Words.say("chart.unknown"));
        };
    }

    private static ResponseEntity<byte[]> answer(byte[] bytes, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag("\"" + mark(bytes) + "\"")
                .body(bytes);
    }

    /** The same for the same bytes, on every server and after every restart. */
    static String mark(byte[] bytes) {
        return Sha256.of(bytes).substring(0, MARK_LENGTH);
    }

    static String mark(String text) {
        return mark(text.getBytes(StandardCharsets.UTF_8));
    }
}
