package org.plumbline.server.review.chart;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loads that were stored before they had a bound, and what becomes of them in another unit. */
class HeavyLoadChartsTest {
    @ParameterizedTest
    @ValueSource(doubles = {1000.5, 1e18, 1e300, Double.MAX_VALUE, Double.POSITIVE_INFINITY})
    void areDrawnAcrossAndUpward(double load) {
        ScatterChart.Point across = new ScatterChart.Point(load, 0.5, 0);
        assertDoesNotThrow(() -> ScatterChart.of(
                        "finding", "kg", "drift", List.of(across), 1, "edge", ChartTheme.LIGHT, ChartSize.WIDE)
                .svg());
        ProgressChart.Point upward = new ProgressChart.Point(20_000, load, load, load, 0, "best");
        assertDoesNotThrow(() -> ProgressChart.of(
                        new ProgressChart.Plan("finding", "kg", List.of(upward), null, Double.NaN, "", false, null),
                        ChartTheme.LIGHT,
                        ChartSize.WIDE)
                .svg());
    }
}
