package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.Metric;
import org.plumbline.server.training.Capacity;
import org.plumbline.server.training.LimitValue;
import org.plumbline.server.training.PersonalLimit;
import org.plumbline.server.training.PersonalLimits;

/** What is said of a limit before it is prescribed. */
class LimitRemarksTest {
    @Test
    void aLimitLooserThanTheOneInForceIsSaidWithWhoseThatIs() {
        FormLimits standing = PersonalLimits.defaults("deadlift");
        double cautionDeg = standing.of(FormRule.ROUNDING).caution();
        Map<Metric, Double> looser = Map.of(Metric.FLEXION_GAIN_LOADED, cautionDeg + 2);
        String said = only(LimitRemarks.looser(looser, standing, List.of()));
        assertTrue(said.contains("(default)") && said.contains("holds"), said);
        assertEquals(
                List.of(),
                LimitRemarks.looser(Map.of(Metric.FLEXION_GAIN_LOADED, cautionDeg), standing, List.of()),
                "the same is not looser");

        LimitValue theirs = LimitValue.levels(FormRule.ROUNDING, 1.0, 2.0, null, Capacity.COACH);
        PersonalLimit personal = new PersonalLimit(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "deadlift",
                theirs,
                Capacity.COACH,
                "Kim Coach",
                Instant.EPOCH,
                null,
                null);
        FormLimits lowered = standing.with(FormRule.ROUNDING, theirs.levels());
        String byCoach = only(LimitRemarks.looser(looser, lowered, List.of(personal)));
        assertTrue(byCoach.contains("from 2° on already (set by Kim Coach)"), byCoach);
    }

    private static String only(List<String> remarks) {
        assertEquals(1, remarks.size(), remarks.toString());
        return remarks.get(0);
    }
}
