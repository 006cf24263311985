package org.plumbline.server.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;
import org.plumbline.server.training.LimitNames;

/** What stands in the queue as one entry. */
class OpenQueueTest {
    private static OpenFlag flag(int repetition, FlagName name, String metric, double limitDeg) {
        FormFlag flag = new FormFlag(name, 2, metric, 12, limitDeg, "deg", 4, Confidence.HIGH, 4);
        return new OpenFlag(
                UUID.randomUUID(), UUID.randomUUID(), "deadlift", Instant.EPOCH, null, false, repetition, flag);
    }

    private static List<OpenQueue.Line> lines(OpenFlag... flags) {
        return repetitions(flags).stream().flatMap(one -> one.lines().stream()).toList();
    }

    private static List<OpenQueue.OpenRepetition> repetitions(OpenFlag... flags) {
        List<OpenQueue.OpenRepetition> repetitions = new ArrayList<>();
        for (OpenFlag open : flags) {
            OpenQueue.add(repetitions, open, Evidence.of(open.flag(), LimitNames.NOBODY));
        }
        return repetitions;
    }

    @Test
    void oneRoundingThatBrokeThePrescribedLimitAndTheOwnIsOneEntryThatNamesBoth() {
        List<OpenQueue.Line> lines = lines(
                flag(3, FlagName.ROUNDING_UNDER_LOAD, "flexionGainLoadedDeg", 6),
                flag(3, FlagName.REHAB_LIMIT, "flexionGainLoadedDeg", 8));
        assertEquals(1, lines.size());
        assertEquals(List.of("rounding_under_load", "rehab_limit"), lines.get(0).flags());
        assertEquals("6°", lines.get(0).first().limit());
        assertEquals("8°", lines.get(0).others().get(0).limit());
    }

    @Test
    void aTwistAndATwistWhileBentAreTwoClaimsOfOneMetricAndAskedApart() {
        String twistDeg = Metric.AXIAL_ROTATION_RANGE.jsonName();
        List<OpenQueue.Line> lines = lines(
                flag(3, FlagName.FLEXION_WITH_TWIST, twistDeg, 10),
                flag(3, FlagName.TWIST_UNDER_LOAD, twistDeg, 10),
                flag(3, FlagName.REHAB_LIMIT, twistDeg, 8));
        assertEquals(
                List.of(List.of("flexion_with_twist"), List.of("twist_under_load", "rehab_limit")),
                lines.stream().map(OpenQueue.Line::flags).toList());
    }

    @Test
    void whatWasMeasuredOtherwiseOrInAnotherRepStandsApart() {
        assertEquals(
                3,
                lines(
                                flag(3, FlagName.REHAB_LIMIT, "flexionGainLoadedDeg", 8),
                                flag(3, FlagName.REHAB_LIMIT, "lumbarFlexionPeakDeg", 30),
                                flag(4, FlagName.REHAB_LIMIT, "flexionGainLoadedDeg", 8))
                        .size());
    }

    @Test
    void whatOneRepWasFlaggedForStandsTogetherWhateverStandsBetween() {
        List<OpenQueue.OpenRepetition> repetitions = repetitions(
                flag(3, FlagName.REHAB_LIMIT, "flexionGainLoadedDeg", 8),
                flag(4, FlagName.REHAB_LIMIT, "flexionGainLoadedDeg", 8),
                flag(3, FlagName.REHAB_LIMIT, "lumbarFlexionPeakDeg", 30));
        assertEquals(
                List.of(3, 4),
                repetitions.stream().map(OpenQueue.OpenRepetition::number).toList());
        assertEquals(2, repetitions.get(0).lines().size());
        assertEquals(2, repetitions.get(0).level());
    }
}
