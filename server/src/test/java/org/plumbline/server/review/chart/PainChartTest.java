package org.plumbline.server.review.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.server.training.PainBounds;
import org.plumbline.server.training.PainDirection;
import org.plumbline.server.training.PainSeries.PainDay;

class PainChartTest {
    private static final LocalDate LAST = LocalDate.of(2026, 3, 29);

    @Test
    void theTitleSaysWherePainGoesAndTheBoundsAreNamed() throws IOException {
        Chart chart = chart(days(false), new PainBounds(4, 7));
        String svg = new String(chart.svg(), StandardCharsets.UTF_8);
        assertTrue(svg.contains("Pain has gone up"), "the finding");
        assertTrue(svg.contains("amber from 5") && svg.contains("red from 8"), "the therapist's bounds");
        assertTrue(svg.contains("7-day median"));
        assertFalse(svg.contains("Hollow"), "nothing is masked");
        assertTrue(chart.alternative().contains("20 days"), chart.alternative());
        Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(Path.of("target", "screenshots", "chart-pain.png"), chart.png());
    }

    @Test
    void whatMayBeMaskedIsSaid() throws IOException {
        String svg = new String(chart(days(true), PainBounds.USUAL).svg(), StandardCharsets.UTF_8);
        assertTrue(svg.contains("Hollow"));
    }

    @Test
    void anEmptyLogIsSaidAndNotDrawn() throws IOException {
        Chart chart = PainChart.of(
                List.of(),
                PainBounds.USUAL,
                PainDirection.TOO_FEW,
                LAST.minusDays(56),
                LAST,
                ChartTheme.DARK,
                ChartSize.NARROW);
        assertTrue(new String(chart.svg(), StandardCharsets.UTF_8).contains("Too few days"));
        assertEquals(420, chart.width());
    }

    private static Chart chart(List<PainDay> days, PainBounds bounds) {
        return PainChart.of(
                days, bounds, PainDirection.RISING, LAST.minusDays(56), LAST, ChartTheme.LIGHT, ChartSize.WIDE);
    }

    /** Six weeks that end worse than they began. */
    private static List<PainDay> days(boolean masked) {
        List<PainDay> days = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int worst = i < 12 ? 2 + i % 3 : 5 + i % 4;
            days.add(new PainDay(
                    LAST.minusDays(40 - 2 * i), worst, i < 3 ? null : i < 13 ? 3.0 : 6.0, masked && i % 4 == 0));
        }
        return days;
    }
}
