package org.plumbline.server.review.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jfree.chart.ui.TextAnchor;
import org.junit.jupiter.api.Test;

class CompareChartTest {
    @Test
    void theDayAndTimeOfASetAreNotCutOffAtAnEdge() {
        assertEquals(TextAnchor.BOTTOM_LEFT, CompareChart.anchor(5));
        assertEquals(TextAnchor.BOTTOM_CENTER, CompareChart.anchor(50));
        assertEquals(TextAnchor.BOTTOM_RIGHT, CompareChart.anchor(98));
    }
}
