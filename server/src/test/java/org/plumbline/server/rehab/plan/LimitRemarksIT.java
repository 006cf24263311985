package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;

/** What is to be read of a limit before it is prescribed. */
class LimitRemarksIT extends PlanCase {
    @Test
    void aLimitNearerToTheUsualThanNoiseIsSaidWhenItIsPrescribedAndTakenOnceThatIsRead() {
        Visitor other = SERVER.joined(Role.LIFTER);
        UUID id = SERVER.personOf(other).id();
        Visitor planOnly = SERVER.joined(Role.THERAPIST);
        SERVER.share(other, therapist, RecordKind.values());
        SERVER.share(other, planOnly, RecordKind.REHAB);
        UUID set = RecordedSets.upload(other, SimulationScript.clean("deadlift", 5, 93), "deadlift", 40.0);
        double usualDeg = other.json("/api/sets/" + set + "/reps/3")
                .get("metrics")
                .get("lumbarFlexionPeakDeg")
                .asDouble();
        String work =
                "exercise=deadlift&sets=3&repetitions=8&timesAWeekLeast=2&timesAWeekMost=3&phase=supervised&startsOn="
                        + LocalDate.now(ZoneId.systemDefault()) + "&limitMetric0=lumbarFlexionPeakDeg&limitMost0=";
        String form = work + Math.round(usualDeg + 4);
        String path = "/patients/" + id + "/prescriptions";

        HttpResponse<String> asked = therapist.postForm(path, form);
        assertEquals(422, asked.statusCode());
        assertTrue(asked.body().contains("cannot be told from noise"), asked.body());
        String tick = "&limitsConfirmed=" + tick(asked);
        HttpResponse<String> lower = therapist.postForm(path, work + Math.round(usualDeg - 4) + tick);
        assertEquals(422, lower.statusCode(), "the tick is of the limit that was remarked on");
        assertTrue(lower.body().contains("less than usual"), lower.body());
        assertTrue(lower.body().contains("This is not what you read before"), "why it is asked again");
        assertFalse(asked.body().contains("This is not what you read before"), "nothing was read yet");
        assertFalse(lower.body().contains("checked=\"checked\"> <span>Read."), "and is not kept for another");
        assertNotEquals(tick, "&limitsConfirmed=" + tick(lower));
        HttpResponse<String> negative = therapist.postForm(path, work + "-5");
        assertTrue(negative.body().contains("must be above 0"), negative.body());
        assertFalse(negative.body().contains("limitsConfirmed"), "what cannot be is not remarked on");
        assertEquals(302, therapist.postForm(path, form + tick).statusCode());

        String squat = """
                {"exercise":"squat","sets":3,"repetitions":8,"timesAWeekLeast":2,"timesAWeekMost":3,\
                "limits":{"flexionGainLoadedDeg":60}%s}""";
        HttpResponse<String> program = therapist.post("/api/people/" + id + "/prescriptions", squat.formatted(""));
        assertEquals(422, program.statusCode(), program.body());
        assertTrue(program.body().contains("(default)"), program.body());
        String word = RunningServer.parse(program.body()).get("limitsConfirmed").asString();
        String read = squat.formatted(",\"limitsConfirmed\":\"" + word + "\"");
        HttpResponse<String> fault = therapist.post(
                "/api/people/" + id + "/prescriptions", squat.formatted("").replace(":60}", ":-5}"));
        assertEquals(422, fault.statusCode(), fault.body());
        assertTrue(fault.body().contains("must be above 0"), fault.body());
        assertFalse(fault.body().contains("limitsConfirmed"), "what cannot be is not remarked on");
        for (String unread : List.of(read.replace(":60}", ":70}"), squat.formatted(",\"limitsConfirmed\":true"))) {
            int status = therapist
                    .post("/api/people/" + id + "/prescriptions", unread)
                    .statusCode();
            assertEquals(4, status / 100, unread);
        }
        made(therapist.post("/api/people/" + id + "/prescriptions", read.replace("\"sets\":3", "\"sets\":4")));
        made(planOnly.post(
                "/api/people/" + id + "/prescriptions", squat.formatted("").replace("squat", "overhead_press")));
    }

    private static String tick(HttpResponse<String> page) {
        Matcher tick = Pattern.compile("name=\"limitsConfirmed\"[^>]*value=\"([^\"]+)\"")
                .matcher(page.body());
        assertTrue(tick.find(), page.body());
        return tick.group(1);
    }
}
