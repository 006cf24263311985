package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.AtOnce;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.training.PersonalLimits;
import tools.jackson.databind.JsonNode;

/** What a therapist prescribes, changes and ends, and the steps a person asks for. */
class PrescriptionIT extends PlanCase {
    /** What a version may have beside its dose, all of it said to be none: days apart. */
    private static final String WITHOUT_DAYS = "\"holdS\":null,\"loadCapKg\":null,\"tempoDownS\":null,"
            + "\"tempoPauseS\":null,\"tempoUpS\":null,\"limits\":{},\"equipment\":null,\"note\":null,"
            + "\"phase\":\"supervised\"";

    private static final String REST =
            WITHOUT_DAYS + ",\"startsOn\":\"" + LocalDate.now(ZoneId.systemDefault()) + "\",\"endsOn\":null";

    private static final Pattern SERIES = Pattern.compile("/prescriptions/([0-9a-f-]{36})");

    @Test
    void aPrescriptionIsMadeOnThePageAndChangedInANewVersion() {
        String form = "exercise=good_morning&sets=3&repetitions=8&loadCap=20&tempoDownS=3&tempoUpS=2&timesAWeekLeast=2"
                + "&timesAWeekMost=3&limitMetric0=lumbarFlexionPeakDeg&limitMost0=35&phase=supervised&startsOn="
                + LocalDate.now(ZoneId.systemDefault());
        HttpResponse<String> made = therapist.postForm(at("/prescriptions"), form);
        assertEquals(302, made.statusCode(), made.body());
        String page = therapist.page(at("")).body();
        assertTrue(page.contains("Good morning") && page.contains("3 × 8"), page);
        assertTrue(page.contains("up to 20 kg") && page.contains("down 3 s, up 2 s"), page);
        Matcher series = SERIES.matcher(page.substring(page.indexOf("Prescribed")));
        assertTrue(series.find());
        String one = at("/prescriptions/" + series.group(1));

        String four = form.replace("sets=3", "sets=4") + "&version=1";
        HttpResponse<String> unexplained = therapist.postForm(one, four);
        assertEquals(422, unexplained.statusCode());
        assertTrue(unexplained.body().contains("value=\"4\""), "what was typed is kept");
        assertTrue(unexplained.body().contains("Write something here."), "and what is missing is said");

        assertEquals(
                302,
                therapist.postForm(one, four + "&changeReason=Four+go+well").statusCode());
        JsonNode versions = therapist.json(api("/prescriptions/" + series.group(1)));
        assertEquals(2, versions.size());
        assertEquals(3, versions.get(1).get("sets").asInt(), "the first version stays as it was");
        assertEquals("Four go well", versions.get(0).get("changeReason").asString());
        assertTrue(lifter.page("/plan").body().contains("4 × 8"), "the person sees what holds now");
    }

    @Test
    void whoeverHasNotSeenTheNewestVersionOverwritesNothingAndLosesNothing() {
        String series = prescribe("swing", 35).get("series").asString();
        String page = at("/prescriptions/" + series);
        String seen = therapist.hidden(page, "version");
        String form = "exercise=swing&repetitions=8&timesAWeekLeast=2&timesAWeekMost=3&phase=supervised&startsOn="
                + LocalDate.now(ZoneId.systemDefault()) + "&version=" + seen;
        Visitor colleague = SERVER.joined(Role.THERAPIST);
        SERVER.share(lifter, colleague, RecordKind.values());
        assertEquals(
                302,
                colleague
                        .postForm(page, form + "&sets=5&changeReason=Five+go+well")
                        .statusCode());

        HttpResponse<String> late = therapist.postForm(page, form + "&sets=2&changeReason=Pain+rose");
        assertEquals(422, late.statusCode());
        String name = SERVER.personOf(colleague).name();
        assertTrue(late.body().contains("Version 2 was written meanwhile, by " + name), late.body());
        assertTrue(late.body().contains("Five go well") && late.body().contains("5 × 8"), "what was changed is shown");
        assertTrue(
                late.body().contains("value=\"2\"") && late.body().contains("value=\"Pain rose\""), "nothing is lost");
        assertEquals(2, therapist.json(api("/prescriptions/" + series)).size(), "nothing was overwritten");

        String read = form.replace("version=" + seen, "version=" + therapist.hidden(page, "version"));
        assertEquals(
                302,
                therapist
                        .postForm(page, read + "&sets=2&changeReason=Pain+rose")
                        .statusCode());
        assertEquals(3, therapist.json(api("/prescriptions/" + series)).size());
    }

    @Test
    void aProgramSaysWhichVersionItChanges() {
        JsonNode first = prescribe("deadlift", 35);
        String path = api("/prescriptions/" + first.get("series").asString());
        String change = """
                {"exercise":"deadlift","sets":4,"repetitions":8,"timesAWeekLeast":2,"timesAWeekMost":3,"changeReason":"More",%s%%s}""".formatted(REST);
        HttpResponse<String> unsaid = therapist.post(path, change.formatted(""));
        assertEquals(422, unsaid.statusCode(), "nothing was changed meanwhile: a field is missing");
        assertTrue(unsaid.body().contains("Say which version you change (version): 1 stands."), unsaid.body());
        made(therapist.post(path, change.formatted(",\"version\":1")));
        assertEquals(
                409, therapist.post(path, change.formatted(",\"version\":1")).statusCode());
        assertEquals(2, therapist.json(path).size());
    }

    @Test
    void whatHasEndedIsNotRevivedByAChange() {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        String dose = "\"exercise\":\"side_plank\",\"sets\":2,\"repetitions\":3,\"holdS\":20,\"timesAWeekLeast\":2,"
                + "\"timesAWeekMost\":3";
        JsonNode over = made(therapist.post(
                api("/prescriptions"),
                "{" + dose + ",\"startsOn\":\"" + today.minusDays(20) + "\",\"endsOn\":\"" + today.minusDays(1)
                        + "\"}"));
        String path = api("/prescriptions/" + over.get("series").asString());
        HttpResponse<String> revived = therapist.post(
                path,
                "{" + dose + ",\"version\":1,\"changeReason\":\"Again\"," + REST.replace("\"holdS\":null,", "") + "}");
        assertEquals(422, revived.statusCode());
        assertTrue(revived.body().contains("It has ended. Prescribe it anew."), revived.body());
        assertEquals(1, therapist.json(path).size());
    }

    @Test
    void whatWasEndedTodayIsNotChangedAndANewOneBeginsTomorrow() {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        String dose =
                "{\"exercise\":\"push_up\",\"sets\":2,\"repetitions\":3,\"timesAWeekLeast\":2,\"timesAWeekMost\":3%s}";
        String series = made(therapist.post(api("/prescriptions"), dose.formatted("")))
                .get("series")
                .asString();
        String path = api("/prescriptions/" + series);
        made(therapist.post(path + "/end", "{\"reason\":\"Goes well\"}"));
        HttpResponse<String> changed =
                therapist.post(path, dose.formatted(",\"version\":2,\"changeReason\":\"Again\"," + REST));
        assertEquals(422, changed.statusCode(), changed.body());
        assertTrue(changed.body().contains("A new one can begin tomorrow"), changed.body());
        String page = therapist.page(at("/prescriptions/" + series)).body();
        assertTrue(page.contains("It was ended today") && !page.contains("name=\"changeReason\""), page);
        HttpResponse<String> again = therapist.post(api("/prescriptions"), dose.formatted(""));
        assertEquals(422, again.statusCode(), again.body());
        assertTrue(again.body().contains("A new one can begin tomorrow"), again.body());
        made(therapist.post(api("/prescriptions"), dose.formatted(",\"startsOn\":\"" + today.plusDays(1) + "\"")));
    }

    @Test
    void onItsLastPlannedDayAPlanIsCorrectedAsOftenAsIsNeeded() {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        String dose = "{\"exercise\":\"overhead_press\",\"sets\":%d,\"repetitions\":3,\"timesAWeekLeast\":2,"
                + "\"timesAWeekMost\":3,\"startsOn\":\"" + today.minusDays(7) + "\",\"endsOn\":\"" + today + "\"%s}";
        String series = made(therapist.post(api("/prescriptions"), dose.formatted(2, "")))
                .get("series")
                .asString();
        String path = api("/prescriptions/" + series);
        for (int version = 1; version <= 2; version++) {
            made(therapist.post(
                    path,
                    dose.formatted(
                            2 + version,
                            ",\"version\":" + version + ",\"changeReason\":\"Corrected\"," + WITHOUT_DAYS)));
            String page = therapist.page(at("/prescriptions/" + series)).body();
            assertFalse(page.contains("It was ended today"), page);
            assertFalse(page.contains("/end\""), "there is no other day to end it on: " + page);
        }
    }

    @Test
    void whatAChangeLeavesOutIsAskedForAndNotTakenFromThePlan() {
        Visitor other = SERVER.joined(Role.LIFTER);
        SERVER.share(other, therapist, RecordKind.values());
        String dose = "{\"exercise\":\"good_morning\",\"sets\":4,\"repetitions\":8,\"timesAWeekLeast\":2,"
                + "\"timesAWeekMost\":3,";
        String all = "/api/people/" + SERVER.personOf(other).id() + "/prescriptions";
        String path = all + "/"
                + made(therapist.post(all, dose + "\"loadCapKg\":60,\"limits\":{\"trunkTurnRangeDeg\":10}}"))
                        .get("series")
                        .asString();
        String change = dose + "\"version\":1,\"changeReason\":\"More\",";
        for (String field : REST.replaceAll("\"(\\w+)\":[^,]+", "$1").split(",")) {
            HttpResponse<String> lacking =
                    therapist.post(path, (change + REST + "}").replaceFirst(",\"" + field + "\":(\\{}|[^,}]+)", ""));
            assertEquals(400, lacking.statusCode(), field);
            assertTrue(lacking.body().contains(field + " is left out. Say it"), lacking.body());
        }
        assertEquals(1, therapist.json(path).size());
        JsonNode changed = made(therapist.post(path, change + REST + "}"));
        assertTrue(changed.get("loadCapKg").isNull() && changed.get("limits").isEmpty(), "said to be none");
    }

    @Test
    void aFormKeepsMoreLimitsThanItOffersRowsFor() {
        String five = "\"trunkInclinationPeakDeg\":70,\"trunkInclinationRangeDeg\":60,\"pelvisTiltRangeDeg\":60,"
                + "\"trunkLateralLeanRangeDeg\":60,\"trunkTurnRangeDeg\":60";
        JsonNode first = made(therapist.post(api("/prescriptions"), """
                {"exercise":"trunk_movement","sets":3,"repetitions":8,"timesAWeekLeast":2,"timesAWeekMost":3,\
                "limits":{%s}}""".formatted(five)));
        String series = first.get("series").asString();
        String page = therapist.page(at("/prescriptions/" + series)).body();
        StringBuilder form = new StringBuilder("exercise=trunk_movement&sets=4&repetitions=8&timesAWeekLeast=2"
                + "&timesAWeekMost=3&phase=supervised&changeReason=More&version=1&startsOn="
                + LocalDate.now(ZoneId.systemDefault()));
        int row = 0;
        for (String limit : new TreeSet<>(first.get("limits").propertyNames())) {
            assertTrue(page.contains("name=\"limitMetric" + row + "\""), "a row for each: " + page);
            assertTrue(page.contains("<option value=\"" + limit + "\" selected"), limit + " is chosen: " + page);
            form.append("&limitMetric" + row + "=" + limit + "&limitMost" + row + "="
                    + first.get("limits").get(limit).asDouble());
            row++;
        }
        assertEquals(
                302,
                therapist
                        .postForm(at("/prescriptions/" + series), form.toString())
                        .statusCode());
        assertEquals(
                first.get("limits"),
                therapist.json(api("/prescriptions/" + series)).get(0).get("limits"));
    }

    @Test
    void onItsLastPlannedDayAPlanIsEnded() {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        String path = api("/prescriptions/"
                + made(therapist.post(api("/prescriptions"), """
                        {"exercise":"prone_press_up","sets":2,"repetitions":3,"timesAWeekLeast":2,"timesAWeekMost":3,\
                        "startsOn":"%s","endsOn":"%s"}""".formatted(today.minusDays(7), today)))
                        .get("series")
                        .asString());
        JsonNode ended = made(therapist.post(path + "/end", "{\"reason\":\"Goes well\"}"));
        assertEquals("Goes well", ended.get("changeReason").asString());
        assertEquals(today.toString(), ended.get("endsOn").asString());
        HttpResponse<String> again = therapist.post(path + "/end", "{\"reason\":\"Goes well\"}");
        assertEquals(422, again.statusCode(), "once is enough");
        assertEquals(2, therapist.json(path).size());
    }

    @Test
    void secondsAreAskedForOnlyOfWhatIsHeld() {
        String lifted = prescribe("pelvic_tilt", 35).get("series").asString();
        String plank =
                made(therapist.post(api("/prescriptions"), """
                        {"exercise":"side_plank","sets":2,"repetitions":3,"holdS":20,"timesAWeekLeast":2,\
                        "timesAWeekMost":3}""")).get("series").asString();
        String page = lifter.page("/plan").body();
        assertFalse(asks(page, lifted).contains("name=\"holdS\""), asks(page, lifted));
        assertTrue(asks(page, lifted).contains("name=\"loadCap\""), asks(page, lifted));
        assertTrue(asks(page, plank).contains("name=\"holdS\""), asks(page, plank));
    }

    private static String asks(String page, String series) {
        String form = page.substring(page.indexOf("action=\"/plan/" + series + "/ask\""));
        return form.substring(0, form.indexOf("</form>"));
    }

    @Test
    void aHoldThatCannotBeIsSaidAtItsFieldAndNothingTypedIsLost() {
        String form = "exercise=%s&sets=2&repetitions=3&holdS=%s&timesAWeekLeast=2&timesAWeekMost=3&phase=supervised"
                + "&note=Slowly&startsOn=" + LocalDate.now(ZoneId.systemDefault());
        HttpResponse<String> squat = therapist.postForm(at("/prescriptions"), form.formatted("squat", "30"));
        assertEquals(422, squat.statusCode());
        assertTrue(squat.body().contains("Squat is counted in reps, and its holds are not measured"), squat.body());
        assertTrue(squat.body().contains("value=\"30\"") && squat.body().contains(">Slowly</textarea>"), squat.body());
        HttpResponse<String> plank = therapist.postForm(at("/prescriptions"), form.formatted("side_plank", ""));
        assertEquals(422, plank.statusCode());
        assertTrue(plank.body().contains("Side plank is held: write for how many seconds"), plank.body());
        HttpResponse<String> program = therapist.post(api("/prescriptions"), """
                {"exercise":"squat","sets":2,"repetitions":3,"holdS":30,"timesAWeekLeast":2,"timesAWeekMost":3}""");
        assertEquals(422, program.statusCode());
        JsonNode fault = RunningServer.parse(program.body()).get("faults").get(0);
        assertEquals("holdS", fault.get("field").asString());
    }

    @Test
    void whatNobodyCanMeanIsRefusedByTheNameOfItsField() {
        String dose = "\"exercise\":\"row\",\"sets\":2,\"repetitions\":3,\"timesAWeekLeast\":2,\"timesAWeekMost\":3";
        for (List<String> one : List.of(
                List.of("\"startsOn\":\"2000-01-01\"", "startsOn", "not be more than a year ago"),
                List.of("\"loadCapKg\":5000", "loadCapKg", "From 0 to 1000"),
                List.of("\"loadCapKg\":0.001", "loadCapKg", "the least is 0.5 kg, and no load is 0 kg."),
                List.of("\"limits\":{\"lumbarFlexionPeakDeg\":1e308}", "limits", "above 0, and at most 10000"))) {
            HttpResponse<String> answer = therapist.post(api("/prescriptions"), "{" + dose + "," + one.get(0) + "}");
            assertEquals(422, answer.statusCode(), one.get(0));
            JsonNode fault = RunningServer.parse(answer.body()).get("faults").get(0);
            assertEquals(one.get(1), fault.get("field").asString());
            assertTrue(fault.get("message").asString().contains(one.get(2)), fault.toString());
        }
        therapist.postForm("/account/load-unit", "unit=lb");
        String heavy = therapist
                .postForm(at("/prescriptions"), "exercise=row&sets=2&repetitions=3&loadCap=3000")
                .body();
        therapist.postForm("/account/load-unit", "unit=kg");
        assertTrue(heavy.contains("From 0 to 2204.5 lb, please."), heavy);
    }

    @Test
    void aPersonGoesOnAloneOnlyWithASignature() {
        String body = """
                {"exercise":"glute_bridge","sets":2,"repetitions":10,"timesAWeekLeast":3,"timesAWeekMost":5,\
                "phase":"independent"%s}""";
        HttpResponse<String> unsigned = therapist.post(api("/prescriptions"), body.formatted(""));
        assertEquals(422, unsigned.statusCode());
        assertEquals(
                "phaseSigned",
                RunningServer.parse(unsigned.body())
                        .get("faults")
                        .get(0)
                        .get("field")
                        .asString());

        JsonNode signed = made(therapist.post(api("/prescriptions"), body.formatted(",\"phaseSigned\":true")));
        assertEquals(
                SERVER.personOf(therapist).name(),
                signed.get("phaseSignature").get("by").asString());
    }

    @Test
    void limitsHoldForSetsWhileThePrescriptionIsInForceAndNoLonger() {
        PersonalLimits limits = SERVER.bean(PersonalLimits.class);
        JsonNode squat = prescribe("squat", 30);
        assertEquals(
                30.0,
                limits.of(person, "squat")
                        .orElseThrow()
                        .prescribed()
                        .values()
                        .iterator()
                        .next());

        made(therapist.post(
                api("/prescriptions/" + squat.get("series").asString() + "/end"), "{\"reason\":\"Goes well\"}"));
        SERVER.bean(PrescribedLimits.class).prepare(person, "squat");
        assertTrue(limits.of(person, "squat").isPresent(), "its last day is today");

        JsonNode later = made(therapist.post(api("/prescriptions"), """
                {"exercise":"row","sets":3,"repetitions":8,"timesAWeekLeast":2,"timesAWeekMost":3,"startsOn":"%s",\
                "limits":{"trunkInclinationRangeDeg":15}}""".formatted(
                        LocalDate.now(ZoneId.systemDefault()).plusDays(3))));
        assertNotNull(later.get("series"));
        assertTrue(limits.of(person, "row").isEmpty(), "what begins later limits nothing yet");
    }

    @Test
    void aStepUpIsAskedForByThePersonAndDecidedByTheTherapist() {
        JsonNode row = prescribe("romanian_deadlift", 40);
        String series = row.get("series").asString();
        HttpResponse<String> asked =
                lifter.postForm("/plan/" + series + "/ask", "sets=3&repetitions=8&loadCap=65&wish=It+is+light");
        assertEquals(302, asked.statusCode(), asked.body());
        assertTrue(therapist.page("/patients").body().contains("one step asked for"));
        String id = "";
        for (JsonNode progression : therapist.json(api("/progressions"))) {
            if (progression.get("series").asString().equals(series)) {
                id = progression.get("id").asString();
            }
        }

        assertEquals(
                403, lifter.post(api("/progressions/" + id + "/approve"), "{}").statusCode());
        assertEquals(
                302,
                therapist.postForm(at("/progressions/" + id + "/approve"), "").statusCode());
        JsonNode versions = therapist.json(api("/prescriptions/" + series));
        assertEquals(65.0, versions.get(0).get("loadCapKg").asDouble());
        assertEquals(60.0, versions.get(1).get("loadCapKg").asDouble());
    }

    @Test
    void ofStepsThatAreAskedForAtTheSameMomentOneIsOpen() {
        Visitor patient = SERVER.joined(Role.LIFTER);
        SERVER.share(patient, therapist, RecordKind.values());
        String prescriptions = "/api/people/" + SERVER.personOf(patient).id() + "/prescriptions";
        String series = made(therapist.post(prescriptions, """
                {"exercise":"squat","sets":3,"repetitions":8,"loadCapKg":60,"timesAWeekLeast":2,"timesAWeekMost":3}""")).get("series").asString();
        List<Integer> answers = AtOnce.send(Stream.of(61, 62, 63, 64)
                        .<Supplier<HttpResponse<String>>>map(cap -> () -> patient.post(
                                prescriptions + "/" + series + "/progressions",
                                "{\"sets\":3,\"repetitions\":8,\"loadCapKg\":" + cap + "}"))
                        .toList())
                .stream()
                .map(HttpResponse::statusCode)
                .sorted()
                .toList();

        assertEquals(List.of(201, 422, 422, 422), answers);
    }
}
