package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.form.FlagLevels;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormBasis;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.LimitOrigin;
import org.plumbline.core.form.LimitPreview;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulationScript;

class LimitPreviewTest {
    private static final FormLimits DEFAULTS = FormLimits.defaultsFor(ExerciseProfile.DEADLIFT);
    private static List<AnalysisResult.Repetition> found;
    private static List<LimitPreview.Measured> measured;

    @BeforeAll
    static void lift() {
        MonitoredSet set = MonitoredSet.of(new SimulationScript(
                "deadlift",
                10,
                7,
                List.of(
                        new SimulatedFault.Rounding(4, 9),
                        new SimulatedFault.Twist(6, 12),
                        new SimulatedFault.Drift(2.5),
                        new SimulatedFault.Tiring(35)),
                true));
        found = set.result().repetitions();
        measured = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            AnalysisResult.Repetition one = found.get(i);
            measured.add(new LimitPreview.Measured(
                    one.set(),
                    one.metrics(),
                    new HashSet<>(one.notAssessed()),
                    set.curves.get(i).lumbarFlexionDeg()));
        }
    }

    @Test
    void theSameLimitsGiveTheFlagsThatTheSetHad() {
        List<List<FormFlag>> again = LimitPreview.judge(basis(DEFAULTS), measured);
        for (int i = 0; i < found.size(); i++) {
            assertEquals(cautions(found.get(i).flags()), cautions(again.get(i)), "repetition " + (i + 1));
        }
        assertTrue(
                found.stream().filter(one -> !cautions(one.flags()).isEmpty()).count() >= 3, "the set had flags");
    }

    @Test
    void aLimitOutOfReachTakesItsFlagAwayAndLeavesTheOthers() {
        FormLimits wide = DEFAULTS.with(FormRule.ROUNDING, new FlagLevels(30, 31, 32, "coach", LimitOrigin.PERSON));
        List<List<FormFlag>> again = LimitPreview.judge(basis(wide), measured);
        assertTrue(names(found.get(3).flags()).contains(FlagName.ROUNDING_UNDER_LOAD));
        assertFalse(names(again.get(3)).contains(FlagName.ROUNDING_UNDER_LOAD));
        assertEquals(cautions(found.get(5).flags()), cautions(again.get(5)));
    }

    @Test
    void aLowerLimitFlagsMore() {
        FormLimits narrow =
                DEFAULTS.with(FormRule.SIDE_BEND, new FlagLevels(0.1, 0.2, 90, "coach", LimitOrigin.PERSON));
        List<List<FormFlag>> again = LimitPreview.judge(basis(narrow), measured);
        assertTrue(again.stream().allMatch(flags -> names(flags).contains(FlagName.SIDE_BEND)));
    }

    @Test
    void whatWasNotAssessedIsNeverFlagged() {
        FormLimits narrow =
                DEFAULTS.with(FormRule.SIDE_BEND, new FlagLevels(0.1, 0.2, 90, "coach", LimitOrigin.PERSON));
        List<LimitPreview.Measured> unseen = measured.stream()
                .map(one -> new LimitPreview.Measured(
                        one.set(),
                        one.metrics(),
                        new HashSet<>(List.of(FormRule.SIDE_BEND.metric().jsonName())),
                        one.lumbarFlexionDeg()))
                .collect(Collectors.toList());
        assertTrue(LimitPreview.judge(basis(narrow), unseen).stream()
                .noneMatch(flags -> names(flags).contains(FlagName.SIDE_BEND)));
    }

    private static FormBasis basis(FormLimits limits) {
        return FormBasis.of(limits, CalibrationGrade.GOOD);
    }

    /** Flags of caution and above; the stop is not told apart, because it hangs on a confidence that is not stored. */
    private static TreeSet<String> cautions(List<FormFlag> flags) {
        return flags.stream()
                .filter(flag -> flag.level() >= 2)
                .map(flag -> flag.flag().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<FlagName> names(List<FormFlag> flags) {
        return flags.stream().map(FormFlag::flag).collect(Collectors.toList());
    }
}
