package org.plumbline.server.review.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.entity.StandardEntityCollection;
import org.jfree.chart.entity.XYItemEntity;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;

class ProgressChartTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 29);

    /** Three sets a session, minutes apart. */
    private static ProgressChart.Plan plan(int... daysAgo) {
        List<ProgressChart.Point> points = new ArrayList<>();
        for (int days : daysAgo) {
            for (int set = 0; set < 3; set++) {
                double day = TODAY.minusDays(days).toEpochDay() + 0.75 + 0.004 * set;
                points.add(new ProgressChart.Point(day, 30 + set, 28, 34, 0, null));
            }
        }
        return new ProgressChart.Plan("finding", "°", points, null, Double.NaN, "", false, null);
    }

    @Test
    void setsOfOneDayStandBesideEachOther() {
        XYPlot plot = ProgressChart.chart(plan(20, 2, 0), true, ChartTheme.LIGHT, ChartSize.WIDE)
                .getXYPlot();
        XYDataset sets = plot.getDataset();
        double[] places = new double[sets.getItemCount(0)];
        for (int i = 0; i < places.length; i++) {
            places[i] = sets.getXValue(0, i);
        }
        assertArrayEquals(new double[] {0, 1, 2, 3, 4, 5, 6, 7, 8}, places);
    }

    @Test
    void aDayIsWrittenOnceHoweverManySetsItHas() throws IOException {
        String svg = svg(ProgressChart.inOrder(plan(20, 2, 0), ChartTheme.LIGHT, ChartSize.WIDE));
        for (String day : List.of("9 Mar", "27 Mar", "29 Mar")) {
            assertEquals(2, svg.split("(?<!\\d)" + day, -1).length, day + " in " + svg);
        }
    }

    @Test
    void setsOfOneDayAreToldApartByTheirTime() throws IOException {
        String svg = svg(ProgressChart.inOrder(plan(0), ChartTheme.LIGHT, ChartSize.WIDE));
        assertTrue(svg.contains("29 Mar 18:00") && svg.contains("18:05") && svg.contains("18:11"), svg);
        assertFalse(
                svg(ProgressChart.of(plan(0), ChartTheme.LIGHT, ChartSize.WIDE)).contains("18:0"));
    }

    @Test
    void theAxisEndsWithTheLastDay() throws IOException {
        for (int[] days : List.of(new int[] {0}, new int[] {2, 0}, new int[] {40, 0})) {
            String svg = svg(ProgressChart.of(plan(days), ChartTheme.LIGHT, ChartSize.WIDE));
            assertTrue(svg.contains(" Mar"), svg);
            assertFalse(svg.contains("30 Mar") || svg.contains("31 Mar") || svg.contains(" Apr"), svg);
        }
    }

    @Test
    void everyMarkIsWholeHoweverLateInTheDayAndHoweverNearToNothing() throws IOException {
        List<ProgressChart.Point> points = new ArrayList<>();
        for (int day : new int[] {60, 30, 0}) {
            points.add(new ProgressChart.Point(TODAY.minusDays(day).toEpochDay() + 0.98, day, day, day, 0, null));
        }
        ProgressChart.Plan plan = new ProgressChart.Plan("finding", "×", points, null, Double.NaN, "", false, null);
        for (boolean inOrder : new boolean[] {false, true}) {
            ChartRenderingInfo drawn = new ChartRenderingInfo(new StandardEntityCollection());
            ProgressChart.chart(plan, inOrder, ChartTheme.LIGHT, ChartSize.NARROW)
                    .createBufferedImage(ChartSize.NARROW.width, ChartSize.NARROW.height, drawn);
            Rectangle2D area = drawn.getPlotInfo().getDataArea();
            List<Rectangle2D> marks = drawn.getEntityCollection().getEntities().stream()
                    .filter(XYItemEntity.class::isInstance)
                    .map(entity -> ((XYItemEntity) entity).getArea().getBounds2D())
                    .toList();
            assertEquals(3, marks.size());
            for (Rectangle2D mark : marks) {
                assertTrue(area.contains(mark), mark + " reaches beyond " + area);
            }
        }
    }

    private static String svg(Chart chart) throws IOException {
        return new String(chart.svg(), StandardCharsets.UTF_8);
    }
}
