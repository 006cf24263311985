package org.plumbline.server.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.review.chart.ChartSize;
import org.plumbline.server.review.chart.ChartTheme;
import org.plumbline.server.review.chart.ProgressChart;
import org.plumbline.server.training.ProgressKind;
import org.plumbline.server.training.ProgressPoint;
import org.plumbline.server.training.ProgressSeries;

class ProgressPlansTest {
    private static final Pattern EMPTY_MONTHS = Pattern.compile("\\d (Nov|Dec|Jan|Feb)");
    private static final Instant EVENING = Instant.parse("2026-03-02T17:00:00Z");

    private static ProgressPoint set(int daysAgo, int ofTheDay, int flagged) {
        Instant at = EVENING.minus(Duration.ofDays(daysAgo)).plus(Duration.ofMinutes(4L * ofTheDay));
        return new ProgressPoint(at, UUID.randomUUID(), 30, null, 44.0, false, flagged);
    }

    private static ProgressSeries flexion(List<ProgressPoint> sets) {
        ProgressSeries.Usual usual = new ProgressSeries.Usual(30, 9, false, 3);
        return new ProgressSeries(ProgressKind.FLEXION, "deadlift", sets, usual, null, List.of(), false, 0);
    }

    @Test
    void aChartOfMiddleRepetitionsSaysSoAndInHowManySetsOthersWereFlagged() {
        ProgressChart.Plan plan =
                ProgressPlans.of(flexion(List.of(set(2, 0, 0), set(1, 0, 2), set(0, 0, 1))), LoadUnit.KG);
        assertEquals(
                "Peak flexion of the middle rep stayed within the usual in all 3 sets; single reps flagged in 2 sets,"
                        + " for any reason",
                plan.finding());
        assertEquals(44, plan.points().get(0).high(), 1e-9, "the largest repetition is drawn too");
        assertTrue(String.valueOf(plan.remark()).startsWith("A point is the middle rep of a set"), plan.remark());
        assertEquals(
                "Peak flexion of the middle rep stayed within the usual in the one set",
                ProgressPlans.of(flexion(List.of(set(0, 0, 0))), LoadUnit.KG).finding());
    }

    @Test
    void setsOfOneDayStandBesideEachOtherThoughOthersAreMonthsAgo() throws IOException {
        List<ProgressPoint> sets = new ArrayList<>(List.of(set(150, 0, 0)));
        for (int i = 0; i < 3; i++) {
            sets.add(set(0, i, 0));
        }
        String svg = new String(
                ProgressPlans.chart(flexion(sets), LoadUnit.KG, ChartTheme.LIGHT, ChartSize.NARROW)
                        .svg(),
                StandardCharsets.UTF_8);
        assertTrue(svg.contains("3 Oct") && svg.contains("2 Mar"), svg);
        assertFalse(EMPTY_MONTHS.matcher(svg).find(), "no room is left for months without a set");
    }
}
