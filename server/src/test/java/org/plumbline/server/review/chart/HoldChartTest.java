package org.plumbline.server.review.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeriesCollection;
import org.junit.jupiter.api.Test;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.training.StoredRepetition;

class HoldChartTest {
    private static final List<StoredRepetition> HOLDS =
            Repetitions.of(Repetitions.held(1, 20, 2, 6), Repetitions.held(2, 18, 8, 6));

    private static ChartedSet set(List<StoredRepetition> holds) {
        ExerciseProfile profile = ExerciseProfile.ofName("side_plank").orElseThrow();
        return Repetitions.charted(profile.name(), holds, List.of(), FormLimits.defaultsFor(profile))
                .toBeHeld(20.0);
    }

    private static String text(Chart chart) throws IOException {
        return new String(chart.svg(), StandardCharsets.UTF_8);
    }

    @Test
    void aHoldIsDrawnOverItsSecondsAgainstItsFirstOne() throws IOException {
        String svg = text(RepetitionChart.of(set(HOLDS), ChartTheme.LIGHT, ChartSize.NARROW));
        assertTrue(svg.contains(">Seconds held<"), svg);
        assertTrue(svg.contains(">caution from 6°<"), "the limit of the sag");
        assertTrue(svg.contains(">target 20 s<"), "how long it was to be");
        assertTrue(svg.contains(">hold 2<"), "the one that sagged is named");
        assertTrue(svg.contains("Chart of the sag since the first second"), svg);
        assertFalse(svg.toLowerCase(java.util.Locale.ROOT).contains("rep 2"), "holds are no reps");
        assertFalse(svg.contains("Lumbar flexion"), "a flat line of flexion says nothing of a hold");
    }

    @Test
    void oneHoldIsDrawnTheSameAndHeadedByItsSeconds() throws IOException {
        ChartedSet set = set(HOLDS);
        String svg = text(RepetitionCourseChart.of(set, HOLDS.get(0), ChartTheme.LIGHT, ChartSize.WIDE));
        assertTrue(svg.contains(">Hold 1: held 20 of 20 s<"), svg);
        assertEquals("Hold 2 sagged 8° in the hold", RepetitionCourseChart.finding(set, HOLDS.get(1)));
    }

    @Test
    void aSagThatIsFlaggedCrossesTheLineOfItsLimitAndOneThatIsNotStaysBelow() {
        JFreeChart chart = HoldChart.plan(set(HOLDS), ChartTheme.LIGHT);
        XYPlot plot = chart.getXYPlot();
        double limitDeg =
                ((ValueMarker) plot.getRangeMarkers(Layer.FOREGROUND).iterator().next()).getValue();
        assertEquals(6, limitDeg);
        XYSeriesCollection lines = (XYSeriesCollection) plot.getDataset();
        assertTrue(lines.getSeries(0).getMaxY() < limitDeg && lines.getSeries(1).getMaxY() > limitDeg);
        assertTrue(lines.getSeries(1).getMinY() >= 0, "a sag has no sign");
        assertTrue(
                plot.getRangeAxis().getLowerBound() == 0 && plot.getRangeAxis().getUpperBound() > limitDeg);
    }

    @Test
    void aHoldOfTenMinutesHasNoMoreSecondsBelowItThanCanBeRead() throws IOException {
        ChartedSet long600 = set(Repetitions.of(Repetitions.held(1, 600, 2, 6)));
        String svg = text(RepetitionChart.of(long600, ChartTheme.LIGHT, ChartSize.NARROW));
        assertTrue(svg.contains(">480<") && !svg.contains(">15<") && !svg.contains(">60<"), svg);
    }

    @Test
    void ofHoldsThatAVersionBeforeAnalysedThereIsNoChartButWhatToDo() throws IOException {
        ChartedSet before = set(HOLDS.stream().map(Repetitions::ofBefore).toList());
        assertFalse(before.isDrawable());
        assertTrue(before.hasHoldsOfBefore());
        assertTrue(before.withoutCourse().contains("Analyse it again"), before.withoutCourse());
        String svg = text(RepetitionChart.of(before, ChartTheme.LIGHT, ChartSize.WIDE));
        assertTrue(svg.contains("an earlier version analysed this set"), svg);
        assertFalse(svg.contains("caution from"), "no limit without what is held against it");
    }

    @Test
    void theTableOfLimitsSpeaksOfHolds() throws IOException {
        String svg = text(HeatStrip.of(set(HOLDS), ChartTheme.LIGHT, ChartSize.WIDE));
        assertTrue(svg.contains("in hold 2"), svg);
        assertTrue(svg.contains(">Hold<"), svg);
    }

    @Test
    void aPostureHeldHasNoPace() {
        assertFalse(PaceChart.isDrawable(set(HOLDS)));
    }
}
