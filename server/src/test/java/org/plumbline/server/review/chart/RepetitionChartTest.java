package org.plumbline.server.review.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.Metric;
import org.plumbline.server.training.StoredRepetition;

class RepetitionChartTest {
    private static final List<StoredRepetition> ROUNDED = Repetitions.of(
            Repetitions.clean(1, 40),
            Repetitions.clean(2, 41),
            Repetitions.flagged(3, 55, FlagName.ROUNDING_UNDER_LOAD, 3, 12));

    private static String svg(List<StoredRepetition> repetitions) throws IOException {
        return svg(repetitions, "deadlift");
    }

    private static String svg(List<StoredRepetition> repetitions, String exercise) throws IOException {
        return svg(Repetitions.charted(exercise, repetitions, List.of(), FormLimits.NONE));
    }

    private static String prescribed(List<StoredRepetition> repetitions, double mostDeg) throws IOException {
        return svg(Repetitions.charted("deadlift", repetitions, List.of(), FormLimits.NONE)
                .prescribing(Map.of(Metric.FLEXION_GAIN_LOADED, mostDeg)));
    }

    private static String svg(ChartedSet set) throws IOException {
        return new String(
                RepetitionChart.of(set, ChartTheme.LIGHT, ChartSize.WIDE).svg(), StandardCharsets.UTF_8);
    }

    @Test
    void titleSaysTheFindingAndTheLabelStandsBesideTheLine() throws IOException {
        String svg = svg(ROUNDED);
        assertTrue(svg.contains(">Rep 3 rounded 12° after the lift began<"), "text is text");
        assertTrue(svg.contains(">rep 3  55°<"));
        assertTrue(svg.contains(">limit for rep 3: +11°<"));
        assertTrue(svg.contains("<title") && svg.contains("Chart of lumbar flexion of 3 repetitions"));
    }

    @Test
    void aLimitOfThePlanOnWhatIsGainedStandsInTheChartOfOneRepetitionToo() throws IOException {
        ChartedSet set = Repetitions.charted("deadlift", ROUNDED, List.of(), FormLimits.NONE)
                .prescribing(Map.of(Metric.FLEXION_GAIN_LOADED, 5.0));
        Chart chart = RepetitionCourseChart.of(set, ROUNDED.get(0), ChartTheme.LIGHT, ChartSize.NARROW);
        assertTrue(new String(chart.svg(), StandardCharsets.UTF_8).contains(">prescribed: at most +5°<"));
    }

    @Test
    void onAPhoneTheNamesOfTheLinesStandUnderTheTitleAndNotOverEachOther() throws IOException {
        ChartedSet set = Repetitions.charted("deadlift", ROUNDED, List.of(), FormLimits.NONE)
                .prescribing(Map.of(Metric.FLEXION_GAIN_LOADED, 5.0, Metric.LUMBAR_FLEXION_PEAK, 47.0));
        String svg = new String(
                RepetitionChart.of(set, ChartTheme.LIGHT, ChartSize.NARROW).svg(), StandardCharsets.UTF_8);
        assertTrue(svg.contains(">+5°<") && svg.contains(">47°<"), "beside each line its number");
        assertTrue(svg.contains("Dashed: prescribed for rep 3"), svg);
        assertFalse(svg.contains(">prescribed for rep 3: at most +5°<"), "too long for beside the line");
    }

    @Test
    void anExtensionIsLabelledAtItsOwnEndOfTheCourse() throws IOException {
        StoredRepetition pressed = Repetitions.measured(1, -35, Metric.LOCKOUT_EXTENSION, 35);
        ChartedSet set = Repetitions.charted("prone_press_up", List.of(pressed), List.of(), FormLimits.NONE);
        Chart chart = RepetitionCourseChart.of(set, pressed, ChartTheme.LIGHT, ChartSize.WIDE);
        String svg = new String(chart.svg(), StandardCharsets.UTF_8);
        assertTrue(svg.contains(">Rep 1: extension 35°<"), svg);
        assertFalse(svg.contains("-0°") || svg.contains("-35°"), "no flexion of less than none");
    }

    @Test
    void theLimitOfThePlanIsDrawnInThePlaceOfAHigherOneThatWasPassed() throws IOException {
        String svg = prescribed(ROUNDED, 5);
        assertTrue(svg.contains(">prescribed for rep 3: at most +5°<"), svg);
        assertFalse(svg.contains("limit for rep"), "of two numbers the lower one holds");
    }

    @Test
    void theLimitOfThePlanIsDrawnWhereItAloneWasPassedAndWhereNoneWas() throws IOException {
        List<StoredRepetition> limited =
                Repetitions.of(Repetitions.limited(1, 46, Metric.FLEXION_GAIN_LOADED, 6), Repetitions.clean(2, 40));
        assertTrue(prescribed(limited, 5).contains(">prescribed for rep 1: at most +5°<"));
        List<StoredRepetition> within =
                Repetitions.of(Repetitions.clean(1, 40), Repetitions.measured(2, 40, Metric.FLEXION_GAIN_LOADED, 4));
        assertTrue(prescribed(within, 5).contains(">prescribed for rep 2: at most +5°<"), "it came nearest to it");
        assertFalse(prescribed(Repetitions.of(Repetitions.notAssessed(1)), 5).contains("prescribed"));
    }

    @Test
    void aLowerLimitThatWasPassedIsDrawnBesideThatOfThePlan() throws IOException {
        String svg = prescribed(ROUNDED, 14);
        assertTrue(
                svg.contains(">limit for rep 3: +11°<") && svg.contains(">prescribed for rep 3: at most +14°<"), svg);
    }

    @Test
    void withoutFlexionItShowsTrunkInclinationAndSaysSo() throws IOException {
        String svg = svg(Repetitions.of(Repetitions.notAssessed(1)));
        assertTrue(svg.contains("Trunk inclination, degrees"));
        assertTrue(svg.contains("lumbar flexion is not assessed"));
        assertFalse(svg.contains("Lumbar flexion, degrees"));
    }

    @Test
    void whatComesDownToTrunkLeanIsShownByItWithItsLimit() throws IOException {
        List<StoredRepetition> leaning =
                Repetitions.of(Repetitions.clean(1, 40), Repetitions.limited(2, 41, Metric.TRUNK_INCLINATION_PEAK, 80));
        String svg = svg(Repetitions.charted("deadlift", leaning, List.of(), FormLimits.NONE)
                .prescribing(Map.of(Metric.TRUNK_INCLINATION_PEAK, 50.0, Metric.FLEXION_GAIN_LOADED, 5.0)));
        assertTrue(svg.contains("Trunk inclination, degrees") && svg.contains(">rep 2  80°<"), svg);
        assertTrue(svg.contains(">prescribed: at most 50°<"), svg);
        assertTrue(svg.contains("Chart of trunk inclination of 2 repetitions"), svg);
        assertFalse(
                svg.contains("+5°") || svg.contains("not assessed"), "of flexion nothing is drawn, though it is known");
    }

    @Test
    void aSensorThatGivesNoCourseLeavesNothingToDrawAndSaysSo() throws IOException {
        List<StoredRepetition> blind = Repetitions.of(Repetitions.blind(1));
        assertFalse(Repetitions.charted("deadlift", blind, List.of(), FormLimits.NONE)
                .isDrawable());
        assertTrue(svg(blind).contains("gives no course to draw"));
    }

    @Test
    void anEmptySetIsAChartAllTheSame() throws IOException {
        assertTrue(svg(List.of()).contains("No repetition counted"));
    }

    @Test
    void aLongSetKeepsItsFlaggedRepetitionAndStaysSmall() throws IOException {
        List<StoredRepetition> repetitions = new ArrayList<>();
        repetitions.add(Repetitions.flagged(1, 60, FlagName.ROUNDING_UNDER_LOAD, 2, 8));
        for (int number = 2; number <= 1000; number++) {
            repetitions.add(Repetitions.clean(number, 40));
        }
        String svg = svg(repetitions);
        assertTrue(svg.contains(">rep 1  60°<"));
        assertTrue(svg.length() < 2_000_000, "was " + svg.length());
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void pngIsTwiceTheSize(ChartTheme theme) throws IOException {
        ChartedSet set = Repetitions.charted("deadlift", ROUNDED, List.of(), FormLimits.NONE);
        byte[] png = RepetitionChart.of(set, theme, ChartSize.WIDE).png();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertEquals(2 * ChartSize.WIDE.width, image.getWidth());
        assertEquals(theme.paper.getRGB(), image.getRGB(0, 0));
    }
}
