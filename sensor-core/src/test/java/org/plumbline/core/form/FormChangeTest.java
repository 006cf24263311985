package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.form.FormChange.Measured;
import org.plumbline.core.repetition.ExerciseProfile;

/** What stands behind a change of form, told again from what is stored of the repetitions. */
class FormChangeTest {
    private final SetForm form = new SetForm(FormLimits.defaultsFor(ExerciseProfile.DEADLIFT), CalibrationGrade.GOOD);
    private final List<Measured> stored = new ArrayList<>();

    @Test
    void itNamesWhatChangedFromWhatToWhatAndTheLimitTheLargestFirst() {
        for (int i = 0; i < 3; i++) {
            repetition(30, 2, 1);
        }
        repetition(42, 13, 1);
        assertEquals(
                List.of(
                        new FormChange(Metric.AXIAL_ROTATION_RANGE, 2, 13, 7, 2.2),
                        new FormChange(Metric.LUMBAR_FLEXION_PEAK, 30, 42, 39, 12 / 9.0)),
                changes());
    }

    @Test
    void everyFlaggedChangeOfFormIsToldAgainAndNoOther() {
        Random random = new Random(12);
        int told = 0;
        for (int set = 0; set < 200; set++) {
            form.beginSet();
            stored.clear();
            for (int i = 0; i < 8; i++) {
                boolean flagged = repetition(
                        30 + 6 * random.nextGaussian(), 3 + 3 * random.nextGaussian(), 1 + 0.2 * random.nextGaussian());
                if (flagged) {
                    told++;
                    assertFalse(changes().isEmpty());
                    assertTrue(changes().stream()
                            .allMatch(change -> change.size() >= 1 && change.value() > change.limit()));
                }
            }
        }
        assertTrue(told > 10, "some were seen: " + told);
    }

    @Test
    void aUsualThatWasAnotherOneIsNotGuessed() {
        for (int i = 0; i < 3; i++) {
            repetition(30, 2, 1);
        }
        repetition(42, 13, 1);
        FormBaseline approvedSince = FormBaseline.of(List.of(
                new FormBaseline.Approved(Map.of(Metric.AXIAL_ROTATION_RANGE.jsonName(), 9.0)),
                new FormBaseline.Approved(Map.of(Metric.AXIAL_ROTATION_RANGE.jsonName(), 9.0))));
        assertEquals(List.of(), FormChange.ofLast(stored, true, approvedSince, 1));
        assertEquals(List.of(), FormChange.ofLast(List.of(), true, null, 1));
    }

    @Test
    void howLongItTookIsNamedLastHoweverMuchItChanged() {
        for (int i = 0; i < 3; i++) {
            repetition(30, 2, 1);
        }
        repetition(30, 13, 9);
        assertEquals(
                List.of(Metric.AXIAL_ROTATION_RANGE, Metric.CONCENTRIC_DURATION),
                changes().stream().map(FormChange::metric).toList());
        assertTrue(changes().get(1).size() > changes().get(0).size(), changes().toString());
    }

    @Test
    void whatIsWorseEitherWayHasItsLimitOnTheSideToWhichItWent() {
        for (double share : new double[] {0.2, 0.8}) {
            form.beginSet();
            stored.clear();
            for (int i = 0; i < 3; i++) {
                repetition(30, 2, 1, 0.5);
            }
            repetition(30, 13, 1, share);
            FormChange changed = changes().stream()
                    .filter(change -> change.metric() == Metric.LUMBAR_SHARE)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(changes().toString()));
            assertEquals(0.5, changed.usual(), 1e-9);
            assertEquals(Math.signum(share - 0.5), Math.signum(changed.limit() - 0.5), "share " + share);
            assertTrue(Math.abs(changed.limit() - 0.5) < Math.abs(share - 0.5), changed.toString());
        }
    }

    private List<FormChange> changes() {
        return FormChange.ofLast(stored, true, null, 1);
    }

    private boolean repetition(double flexionDeg, double twistDeg, double wayUpS) {
        return repetition(flexionDeg, twistDeg, wayUpS, Double.NaN);
    }

    private boolean repetition(double flexionDeg, double twistDeg, double wayUpS, double lumbarShare) {
        RepetitionMetrics metrics = new RepetitionMetrics();
        if (!Double.isNaN(lumbarShare)) {
            metrics.put(Metric.LUMBAR_SHARE, lumbarShare);
        }
        metrics.put(Metric.LUMBAR_FLEXION_PEAK, flexionDeg);
        metrics.put(Metric.AXIAL_ROTATION_RANGE, twistDeg);
        metrics.put(Metric.CONCENTRIC_DURATION, wayUpS);
        List<FormFlag> flags = form.judge(metrics, 1, 2);
        stored.add(new Measured(metrics.byJsonName(), flags.stream().anyMatch(flag -> flag.level() >= 2)));
        return flags.stream().anyMatch(flag -> flag.flag() == FlagName.FORM_BREAKDOWN);
    }
}
