package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.Visitor;
import tools.jackson.databind.JsonNode;

/** What was done against what is prescribed; what nobody lifted counts nowhere. */
class AdherenceIT extends PlanCase {
    @Test
    void aWeekWithoutTrainingSaysWhatIsPrescribed() {
        Visitor other = SERVER.joined(Role.LIFTER);
        SERVER.share(other, therapist, RecordKind.REHAB);
        made(therapist.post("/api/people/" + SERVER.personOf(other).id() + "/prescriptions", """
                {"exercise":"squat","sets":3,"repetitions":8,"timesAWeekLeast":2,"timesAWeekMost":3}"""));
        String plan = other.page("/plan").body();
        assertTrue(plan.contains("not done, prescribed 2–3 times a week"), plan);
    }

    @Test
    void aPartOfTheDoseIsSaidAsAPartOnEveryPageInTheReportAndToPrograms() throws IOException {
        Visitor other = SERVER.joined(Role.LIFTER);
        SERVER.share(other, therapist, RecordKind.values());
        UUID id = SERVER.personOf(other).id();
        made(therapist.post("/api/people/" + id + "/prescriptions", """
                {"exercise":"deadlift","sets":3,"repetitions":8,"timesAWeekLeast":1,"timesAWeekMost":2,\
                "startsOn":"%s"}""".formatted(
                        LocalDate.now(ZoneId.systemDefault()).minusDays(7))));
        RecordedSets.upload(other, RecordedSets.of("deadlift", 5, 4, 60.0));

        String inPart = "0 days in full, 1 in part, prescribed 1–2 times a week";
        for (String page : List.of("/patients/" + id + "/adherence", "/patients/" + id, "/patients")) {
            String body = therapist.page(page).body();
            assertTrue(body.contains(inPart) && !body.contains("as prescribed"), page + ": " + body);
        }
        for (String page : List.of("/plan", "/today")) {
            String body = other.page(page).body();
            assertTrue(body.contains(inPart) && !body.contains("as prescribed"), page + ": " + body);
        }
        String report = pdf(therapist, "/patients/" + id + "/report.pdf");
        assertTrue(report.replaceAll("\\s+", " ").contains("0 of 1–2 and 1 in part, 1 set, 5 reps"), report);
        assertFalse(report.contains("1 of 1–2"), report);
        JsonNode line = lineOfThisWeek(therapist, id);
        assertEquals(0, line.get("daysDone").asInt());
        assertEquals(1, line.get("daysInPart").asInt());
        assertEquals("goes_on", line.get("verdict").asString());
    }

    @Test
    void tooMuchAndTooHeavyOnADayIsSaidOnEveryPageInTheReportAndToPrograms() throws IOException {
        Visitor other = SERVER.joined(Role.LIFTER);
        // another one: the list of the first one's patients stays without it
        Visitor theirs = SERVER.joined(Role.THERAPIST);
        SERVER.share(other, theirs, RecordKind.values());
        UUID id = SERVER.personOf(other).id();
        made(theirs.post("/api/people/" + id + "/prescriptions", """
                {"exercise":"deadlift","sets":1,"repetitions":3,"timesAWeekLeast":1,"timesAWeekMost":2,\
                "loadCapKg":100,"startsOn":"%s"}""".formatted(
                        LocalDate.now(ZoneId.systemDefault()).minusDays(7))));
        RecordedSets.upload(other, RecordedSets.of("deadlift", 5, 4, 120.0));

        String beyond =
                "days as prescribed, more than prescribed on one day (5 reps, 3 prescribed), one set above the load cap (120 kg)";
        for (String page : List.of("/patients/" + id + "/adherence", "/patients/" + id, "/patients")) {
            String body = theirs.page(page).body();
            assertTrue(body.contains(beyond), page + ": " + body);
        }
        String plan = other.page("/plan").body();
        assertTrue(plan.contains(beyond), plan);
        String calendar = theirs.page("/patients/" + id + "/adherence").body();
        assertTrue(
                calendar.contains(
                        "done, 1 set, 5 reps, more than the 3 prescribed, one set above the load cap (120 kg)"),
                calendar);
        assertTrue(calendar.contains(">1×+<") && calendar.contains("class=\"DONE beyond\""), "the day is marked");
        String report = pdf(theirs, "/patients/" + id + "/report.pdf").replaceAll("\\s+", " ");
        assertTrue(
                report.contains(
                        "1 of 1–2 + (more than prescribed on one day (5 reps, 3 prescribed), one set above the load cap (120 kg)), 1 set, 5 reps"),
                report);
        assertFalse(report.contains("1 of 1–2 ✓"), report);
        JsonNode line = lineOfThisWeek(theirs, id);
        assertEquals(1, line.get("daysMore").asInt());
        assertEquals("met", line.get("verdict").asString());
        JsonNode day = line.get("days")
                .get(LocalDate.now(ZoneId.systemDefault()).getDayOfWeek().getValue() - 1);
        assertTrue(day.get("more").asBoolean(), day.toString());

        RecordedSets.upload(other, RecordedSets.of("deadlift", 5, 5, 120.0));
        line = lineOfThisWeek(theirs, id);
        assertEquals(1, line.get("daysMore").asInt());
        assertEquals(2, line.get("setsAboveCap").asInt());
    }

    private static JsonNode lineOfThisWeek(Visitor reader, UUID person) {
        JsonNode weeks = reader.json("/api/people/" + person + "/adherence").get("weeks");
        return weeks.get(weeks.size() - 1).get("prescriptions").get(0);
    }

    @Test
    void aSimulatedSetIsShownAndCountsNowhere() throws IOException {
        Visitor other = SERVER.joined(Role.LIFTER);
        SERVER.share(other, therapist, RecordKind.values());
        UUID id = SERVER.personOf(other).id();
        made(therapist.post("/api/people/" + id + "/prescriptions", """
                {"exercise":"deadlift","sets":3,"repetitions":8,"timesAWeekLeast":2,"timesAWeekMost":3}"""));
        other.post("/api/live", "{\"repetitions\":3,\"roundingRepetition\":2,\"load\":60}");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> other.json("/api/live").get("stage").asString().equals("ended"));

        JsonNode adherence = therapist.json("/api/people/" + id + "/adherence");
        assertEquals(1, adherence.get("simulatedSets").asInt());
        String notCounted = "One simulated set is not counted";
        assertTrue(therapist.page("/patients/" + id + "/adherence").body().contains(notCounted));
        String today = other.page("/today").body();
        assertTrue(today.contains("No training day yet"), today);
        assertTrue(today.contains("simulated"), "it is shown all the same");
        String progress = other.page("/progress").body();
        assertTrue(progress.contains(notCounted) && progress.contains("Simulated sets do not count here"), progress);
        assertFalse(progress.contains("No load to follow"), "a load was said: " + progress);
        JsonNode line = null;
        for (JsonNode one : therapist.json("/api/roster?limit=200")) {
            line = one.get("id").asString().equals(id.toString()) ? one : line;
        }
        assertNotNull(line);
        assertEquals(0, line.get("sets").asInt());
        assertEquals(0, line.get("trainingDays").asInt());

        String report = pdf(therapist, "/patients/" + id + "/report.pdf");
        assertTrue(report.contains(notCounted), report);
        assertTrue(report.contains("No set with counted repetitions in this period"), report);
        assertFalse(report.contains("3 reps"), "what is not counted does not stand beside it: " + report);

        String nothing = "Nothing was said of pain";
        assertTrue(report.contains(nothing), report);
        other.postForm(
                "/symptoms/stopped",
                "set=" + other.json("/api/sets?limit=1").get(0).get("id").asString());
        String stopped = pdf(therapist, "/patients/" + id + "/report.pdf").replaceAll("\\s+", " ");
        assertTrue(stopped.contains("No pain score was said in these weeks"), stopped);
        assertFalse(stopped.contains(nothing), "to stop for sharp pain is to say so: " + stopped);
        String page = therapist.page("/patients/" + id + "/adherence").body();
        assertTrue(page.contains("stopped a set for sharp pain") && !page.contains(nothing), page);
    }
}
