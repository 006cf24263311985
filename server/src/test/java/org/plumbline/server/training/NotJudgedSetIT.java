package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.Metric;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.simulation.SimulationTruth;
import org.plumbline.server.support.RecordedSets;

/** What the page of a set says of what nothing judged in it. */
class NotJudgedSetIT extends RecordCase {
    private static final String DEADLIFT = "deadlift";
    private static final SimulationScript SCRIPT = SimulationScript.clean(DEADLIFT, 4, 93);

    @Test
    void aRuleThatWasSwitchedOffIsNamedOnTheSetAndNotShownAsWithin() {
        SERVER.bean(PersonalLimits.class)
                .set(me, Capacity.LIFTER, me, DEADLIFT, LimitValue.off(FormRule.TWIST), "mixed grip");
        UUID set = RecordedSets.upload(lifter, SCRIPT, DEADLIFT, 80.0);
        String page = lifter.page("/sets/" + set).body();
        String who = SERVER.personOf(lifter).name();
        assertTrue(page.contains("not judged, rule switched off by " + who + " (“mixed grip”)."), page);
        String repetition = lifter.page("/sets/" + set + "/reps/1").body();
        int twist = repetition.indexOf("Twist, peak to peak");
        String row = repetition.substring(repetition.lastIndexOf("<tr", twist), repetition.indexOf("</tr>", twist));
        assertTrue(row.contains("not judged: rule switched off") && !row.contains("level-0"), row);
    }

    @Test
    void aLimitThatStandsForWhatTheExerciseNeverMeasuresIsSaidToBeNotAssessed() {
        SERVER.bean(PersonalLimits.class)
                .set(me, Capacity.THERAPIST, me, DEADLIFT, LimitValue.most(Metric.HOLD_SAG, 5), null);
        UUID set = RecordedSets.upload(lifter, SCRIPT, DEADLIFT, 80.0);
        String said = "Sag in the hold, at most 5°: not assessed, this exercise does not measure it.";
        String page = lifter.page("/sets/" + set).body();
        assertTrue(page.contains(said), page);
        assertTrue(lifter.page("/sets/" + set + "/reps/1").body().contains("This exercise does not measure it."));
    }

    @Test
    void aRepetitionThatBothSensorsWentSilentInIsSaidAboveTheCount() {
        SimulationTruth.Repetition second =
                new SimulatedWearable(SCRIPT).truth().repetitions().get(1);
        double fromS = (second.barBreakS() + second.topS()) / 2;
        String whole = new String(RecordedSets.bytes(SCRIPT, null, DEADLIFT, 80.0), StandardCharsets.UTF_8);
        String broken = Arrays.stream(whole.split("\n"))
                .filter(row -> !isBetween(row, fromS, fromS + 7))
                .collect(Collectors.joining("\n", "", "\n"));
        String page = lifter.page("/sets/" + RecordedSets.upload(lifter, broken.getBytes(StandardCharsets.UTF_8)))
                .body();
        int notice = page.indexOf("class=\"notice silence\"");
        assertTrue(notice > 0 && notice < page.indexOf("id=\"count\""), page);
        assertTrue(
                page.contains("A movement was under way at ") && page.contains("not assessed and not counted."), page);
        assertFalse(
                lifter.page("/sets/" + RecordedSets.upload(lifter, whole.getBytes(StandardCharsets.UTF_8)))
                        .body()
                        .contains("notice silence"),
                "where they were heard all the time nothing is said");
    }

    /** Whether a row is a sample of that while. */
    private static boolean isBetween(String row, double fromS, double toS) {
        String[] cells = row.split(",");
        if (cells.length < 8 || !cells[1].matches("\\d+")) {
            return false;
        }
        double timeS = Long.parseLong(cells[1]) * 1e-6;
        return timeS > fromS && timeS < toS;
    }
}
