package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.training.PersonalLimits;
import org.plumbline.server.training.SetQuestion;
import org.plumbline.server.training.SetQuestions;
import tools.jackson.databind.JsonNode;

/** What a therapist plans, as therapist, person, coach and strangers see it. */
class PlanIT {
    private static final RunningServer SERVER = RunningServer.shared();
    private static final Pattern SERIES = Pattern.compile("/prescriptions/([0-9a-f-]{36})");

    private static Visitor lifter;
    private static Visitor therapist;
    private static UUID person;

    @BeforeAll
    static void people() {
        lifter = SERVER.joined(Role.LIFTER);
        therapist = SERVER.joined(Role.THERAPIST);
        person = SERVER.personOf(lifter).id();
        SERVER.share(lifter, therapist, RecordKind.values());
    }

    private static String at(String path) {
        return "/patients/" + person + path;
    }

    private static String api(String path) {
        return "/api/people/" + person + path;
    }

    private static JsonNode made(HttpResponse<String> answer) {
        assertEquals(2, answer.statusCode() / 100, answer.body());
        return RunningServer.parse(answer.body());
    }

    private static JsonNode prescribe(String exercise, double mostDeg) {
        return made(therapist.post(api("/prescriptions"), """
                {"exercise":"%s","sets":3,"repetitions":8,"loadCapKg":60,"timesAWeekLeast":2,"timesAWeekMost":3,\
                "limits":{"lumbarFlexionPeakDeg":%s}}""".formatted(exercise, mostDeg)));
    }

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

        HttpResponse<String> unexplained = therapist.postForm(one, form.replace("sets=3", "sets=4"));
        assertEquals(422, unexplained.statusCode());
        assertTrue(unexplained.body().contains("value=\"4\""), "what was typed is kept");
        assertTrue(unexplained.body().contains("Write something here."), "and what is missing is said");

        assertEquals(
                302,
                therapist
                        .postForm(one, form.replace("sets=3", "sets=4") + "&changeReason=Four+go+well")
                        .statusCode());
        JsonNode versions = therapist.json(api("/prescriptions/" + series.group(1)));
        assertEquals(2, versions.size());
        assertEquals(3, versions.get(1).get("sets").asInt(), "the first version stays as it was");
        assertEquals("Four go well", versions.get(0).get("changeReason").asString());
        assertTrue(lifter.page("/plan").body().contains("4 × 8"), "the person sees what holds now");
    }

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

    @Test
    void aSetLiftedBeforeThePlanBeganIsNotHeldToItsLoad() {
        Visitor other = SERVER.joined(Role.LIFTER);
        UUID id = SERVER.personOf(other).id();
        SERVER.share(other, therapist, RecordKind.values());
        UUID before = RecordedSets.upload(other, SimulationScript.clean("deadlift", 3, 91), "squat", 70.0);
        made(therapist.post("/api/people/" + id + "/prescriptions", """
                {"exercise":"squat","sets":3,"repetitions":8,"loadCapKg":60,"timesAWeekLeast":2,"timesAWeekMost":3}"""));
        UUID since = RecordedSets.upload(other, SimulationScript.clean("deadlift", 3, 92), "squat", 70.0);
        assertFalse(therapist.page("/sets/" + before).body().contains("the plan says"));
        assertTrue(therapist.page("/sets/" + since).body().contains("the plan says up to 60 kg"));
    }

    @Test
    void aLoadAboveThePrescribedMostIsSaidBeforeAndAfterTheSetToWhoeverMayReadThePlan() {
        Visitor other = SERVER.joined(Role.LIFTER);
        SERVER.share(other, therapist, RecordKind.values());
        made(therapist.post("/api/people/" + SERVER.personOf(other).id() + "/prescriptions", """
                {"exercise":"squat","sets":3,"repetitions":8,"loadCapKg":60,"timesAWeekLeast":2,"timesAWeekMost":3}"""));
        String start = other.page("/start?exercise=squat").body();
        assertTrue(start.contains("Squat 3 × 8, up to 60 kg"), "the plan is offered: " + start);
        assertTrue(start.contains("Squat: your plan says up to 60 kg") && start.contains("value=\"60.0\""), start);

        UUID set = RecordedSets.upload(other, SimulationScript.clean("deadlift", 3, 91), "squat", 70.0);
        String said = "This set has 70 kg; the plan says up to 60 kg.";
        assertTrue(other.page("/sets/" + set).body().contains(said));
        assertTrue(therapist.page("/sets/" + set).body().contains(said));
        Visitor coach = SERVER.joined(Role.COACH);
        SERVER.share(other, coach, RecordKind.FORM);
        String asCoach = coach.page("/sets/" + set).body();
        assertTrue(asCoach.contains("70 kg") && !asCoach.contains("the plan says"), "a plan is shared on its own");

        String next = other.page("/start?exercise=squat").body();
        assertTrue(next.contains("Your plan says up to 60 kg, so that is filled in."), next);
    }

    @Test
    void aLoadAboveThePlanIsBegunOnlyAfterAQuestionAndTheTherapistReadsOfIt() {
        Visitor other = SERVER.joined(Role.LIFTER);
        UUID id = SERVER.personOf(other).id();
        SERVER.share(other, therapist, RecordKind.REHAB);
        made(therapist.post("/api/people/" + id + "/prescriptions", """
                {"exercise":"deadlift","sets":3,"repetitions":8,"loadCapKg":40,"timesAWeekLeast":2,"timesAWeekMost":3}"""));
        String heavy = "source=simulated&exercise=deadlift&repetitions=1&load=50";

        HttpResponse<String> asked = other.postForm("/start", heavy);
        assertEquals(200, asked.statusCode());
        assertTrue(asked.body().contains("This set has 50 kg, above your plan’s 40 kg."), asked.body());
        assertTrue(asked.body().contains("name=\"repetitions\" value=\"1\""), "what was typed is not lost");
        assertTrue(other.get("/api/live").statusCode() != 200, "nothing was begun yet");

        assertTrue(redirectOf(other.postForm("/start", heavy + answer(asked))).endsWith("/live"));
        endSet(other);
        String said = "above the plan’s load, with 50 kg instead of 40 kg at most";
        assertTrue(therapist.page("/patients").body().contains(said));
        String first = therapist.page("/patients/" + id).body();
        assertTrue(first.contains(said) && first.contains("Simulated, nobody lifted: one set was begun"), first);
        HttpResponse<String> again = other.postForm("/start", heavy);
        assertTrue(again.body().contains("You read this today and began all the same."), again.body());
        assertTrue(redirectOf(other.postForm("/start", heavy + answer(again))).endsWith("/live"));
        endSet(other);
        String both = therapist.page("/patients/" + id).body();
        assertTrue(both.contains("Simulated, nobody lifted: 2 sets were begun all the same, the last on"), both);
        assertTrue(both.contains("2 above the plan’s load, the last with 50 kg instead of 40 kg at most"), both);
        HttpResponse<String> heavier = other.postForm("/start", heavy.replace("load=50", "load=55") + answer(asked));
        assertTrue(heavier.body().contains("This set has 55 kg"), "more load is another question");
        assertFalse(
                other.json("/api/account/reads").toString().contains("pain"),
                "loads are no pain, and no pain was read");
    }

    /** What the form of the question gives back. */
    private static String answer(HttpResponse<String> asked) {
        Matcher given = Pattern.compile("name=\"anyway\" value=\"([^\"]+)\"").matcher(asked.body());
        assertTrue(given.find(), asked.body());
        return "&anyway=" + given.group(1);
    }

    @Test
    void aSharpStopAndAnAnswerForADoctorAreTheFirstThingATherapistReads() throws IOException {
        Visitor other = SERVER.joined(Role.LIFTER);
        UUID id = SERVER.personOf(other).id();
        Visitor planOnly = SERVER.joined(Role.THERAPIST);
        SERVER.share(other, therapist, RecordKind.values());
        SERVER.share(other, planOnly, RecordKind.REHAB);
        String moment = PlanWords.day(LocalDate.now(ZoneId.systemDefault())) + " \\d\\d:\\d\\d";
        other.postForm("/symptoms/stopped", "");
        String open = ": stopped a set for sharp pain; the symptom questions are not answered yet.";
        String first = therapist.page("/patients").body();
        assertTrue(Pattern.compile(moment + open).matcher(first).find(), first);

        other.postForm("/symptoms", "because=stop&none=emergency&yes=fever_or_unwell");
        String told = ": the answers to the symptom questions led to “Speak with a doctor";
        String stopped = ": stopped a set for sharp pain.";
        String list = therapist.page("/patients").body();
        assertTrue(list.contains(told) && list.contains(stopped), list);
        String summary = therapist.page("/patients/" + id).body();
        assertTrue(summary.indexOf(told) > 0 && summary.indexOf(told) < summary.indexOf("Prescribed"), summary);
        String report = pdf(therapist, "/patients/" + id + "/report.pdf");
        assertTrue(report.contains(told) && report.contains(stopped), report);
        assertTrue(report.indexOf(told) < report.indexOf("Prescribed"), "before all else");

        assertFalse(planOnly.page("/patients").body().contains(told), "pain is shared on its own");
        assertFalse(planOnly.page("/patients/" + id).body().contains(told));
        assertFalse(pdf(planOnly, "/patients/" + id + "/report.pdf").contains(told));
    }

    @Test
    void anEmergencyIsReadBeforeAllElseWithWhatWasTickedAndWhen() throws IOException {
        Visitor other = SERVER.joined(Role.LIFTER);
        UUID id = SERVER.personOf(other).id();
        SERVER.share(other, therapist, RecordKind.values());
        other.postForm("/symptoms", "because=own&yes=urine_leaks&yes=saddle_numbness");
        other.postForm("/symptoms/stopped", "");
        other.postForm("/symptoms", "because=stop&none=emergency&yes=fever_or_unwell");
        String set = "source=simulated&exercise=squat&repetitions=1&load=20";
        HttpResponse<String> asked = other.postForm("/start", set);
        assertTrue(redirectOf(other.postForm("/start", set + answers(asked))).endsWith("/live"));
        endSet(other);

        String emergency = "led to “Get medical help now”. Ticked, in the words of the questions: Numbness or pins and"
                + " needles between the inner thighs, at the genitals, the back passage or the buttocks; Urine leaks.";
        List<String> inOrder = List.of(
                emergency, "stopped a set for sharp pain", "led to “Speak with a doctor", "Simulated, nobody lifted");
        for (String page : List.of("/patients", "/patients/" + id)) {
            String all = therapist.page(page).body();
            String seen = page.equals("/patients") ? all.substring(all.indexOf("/patients/" + id)) : all;
            for (int i = 0; i < inOrder.size(); i++) {
                assertTrue(seen.contains(inOrder.get(i)), inOrder.get(i) + " on " + page + ": " + seen);
                assertTrue(i == 0 || seen.indexOf(inOrder.get(i - 1)) < seen.indexOf(inOrder.get(i)), page + seen);
            }
        }
        String report = pdf(therapist, "/patients/" + id + "/report.pdf").replaceAll("\\s+", " ");
        assertTrue(report.contains("Urine leaks"), report);
        assertTrue(report.indexOf("Get medical help now") < report.indexOf("stopped a set for sharp"), report);
        assertEquals(1, report.split("begun all the same", -1).length - 1, report);
    }

    private static String redirectOf(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    private static void endSet(Visitor who) {
        String set = who.json("/api/live").get("set").asString();
        who.postForm("/live/" + set + "/stop", "");
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
    void aRestrictionIsReviewedAndItsReviewsStay() {
        String today = LocalDate.now(ZoneId.systemDefault()).toString();
        String review = LocalDate.now(ZoneId.systemDefault()).plusDays(10).toString();
        HttpResponse<String> forever =
                therapist.postForm(at("/restrictions"), "what=Overhead+work&reason=Pain+rose&reviewOn=" + today);
        assertEquals(422, forever.statusCode());
        assertTrue(forever.body().contains("value=\"Overhead work\""), "what was typed is kept");

        therapist.postForm(
                at("/restrictions"), "what=Overhead+work&reason=Pain+rose&exercise=overhead_press&reviewOn=" + review);
        JsonNode set = therapist.json(api("/restrictions")).get(0);
        assertEquals("in_force", set.get("state").asString());
        assertTrue(lifter.page("/plan").body().contains("Overhead work"));

        String id = set.get("restriction").get("id").asString();
        therapist.postForm(at("/restrictions/" + id + "/review"), "outcome=lift&note=No+longer");
        assertEquals(
                "lifted",
                therapist.json(api("/restrictions")).get(0).get("state").asString());
        assertTrue(therapist.page(at("/restrictions")).body().contains("No longer"));
        assertFalse(lifter.page("/plan").body().contains("Overhead work"));
    }

    @Test
    void whatIsToBeLeftOutIsAskedAboutBeforeASetAndStandsWhereverTheExerciseDoes() {
        Visitor other = SERVER.joined(Role.LIFTER);
        UUID id = SERVER.personOf(other).id();
        SERVER.share(other, therapist, RecordKind.REHAB);
        RecordedSets.upload(other, SimulationScript.clean("squat", 3, 92), "squat", 30.0);
        LocalDate review = LocalDate.now(ZoneId.systemDefault()).plusDays(10);
        assertFalse(other.page("/start").body().contains("leaves out"));
        made(therapist.post("/api/people/" + id + "/restrictions", """
                {"what":"Squats with a bar","reason":"Pain rose","reviewOn":"%s"}""".formatted(review)));
        made(therapist.post("/api/people/" + id + "/prescriptions", """
                {"exercise":"squat","sets":3,"repetitions":8,"loadCapKg":20,"timesAWeekLeast":2,"timesAWeekMost":3}"""));
        other.postForm("/pain", "score=3&moment=before");

        String leftOut = "Squats with a bar, to be reviewed " + PlanWords.day(review);
        String said = "Your plan leaves out for now: " + leftOut + ".";
        String start = other.page("/start").body();
        assertTrue(start.contains(said) && start.contains("Squat is left out for now, so Deadlift"), start);
        assertTrue(start.contains("<option value=\"deadlift\" selected=\"selected\">"), start);
        assertFalse(start.contains("<option value=\"squat\" selected"), start);
        assertTrue(other.page("/today").body().contains(leftOut));
        assertTrue(therapist.page("/patients").body().contains(leftOut));

        String squat = "source=simulated&exercise=squat&repetitions=1&load=30";
        HttpResponse<String> asked = other.postForm("/start", squat);
        for (String one : List.of(said, "This set has 30 kg, above your plan’s 20 kg.", "You noted pain, and")) {
            assertTrue(asked.body().contains(one), "all that stands is named: " + one + asked.body());
        }
        HttpResponse<String> program = other.post(
                "/api/live", "{\"source\":\"simulated\",\"exercise\":\"squat\",\"repetitions\":1,\"load\":30}");
        assertEquals(409, program.statusCode());
        assertEquals(3, RunningServer.parse(program.body()).get("questions").size(), program.body());
        assertTrue(redirectOf(other.postForm("/start", squat + answers(asked))).endsWith("/live"));
        assertTrue(other.page("/live").body().contains("<p>" + said + "</p>"));
        UUID set = UUID.fromString(other.json("/api/live").get("set").asString());
        endSet(other);

        String list = therapist.page("/patients").body();
        assertTrue(list.contains("Squat: after reading “" + said + "”; above the plan’s load"), list);
        String page = other.page("/sets/" + set).body();
        assertTrue(page.contains("after reading “" + said) && page.contains("after reading “You noted pain"), page);
        Visitor coach = SERVER.joined(Role.COACH);
        SERVER.share(other, coach, RecordKind.FORM);
        String asCoach = coach.page("/sets/" + set).body();
        assertFalse(asCoach.contains("after reading"), "plan and pain are shared on their own");
        Visitor planOnly = SERVER.joined(Role.THERAPIST);
        SERVER.share(other, planOnly, RecordKind.FORM, RecordKind.REHAB);
        String asTherapist = planOnly.page("/sets/" + set).body();
        assertTrue(asTherapist.contains("after reading “" + said) && !asTherapist.contains("You noted pain"));
        SetQuestions questions = SERVER.bean(SetQuestions.class);
        assertTrue(questions.questions(id, "squat", true, 30.0, LoadUnit.KG).stream()
                .allMatch(SetQuestion::again));
        assertTrue(
                questions.questions(id, "squat", false, 30.0, LoadUnit.KG).stream()
                        .noneMatch(SetQuestion::again),
                "read before a set in which nobody lifts is not read before a real one");
        // deadlifts are not squats
        HttpResponse<String> pull = other.postForm("/start", squat.replace("squat", "deadlift"));
        assertFalse(pull.body().contains(said), pull.body());
        assertTrue(pull.body().contains("You noted pain"), pull.body());
        assertFalse(pull.body().contains("You read this today"), "not before a deadlift: " + pull.body());
    }

    private static String answers(HttpResponse<String> asked) {
        Matcher given = Pattern.compile("name=\"anyway\" value=\"([^\"]+)\"").matcher(asked.body());
        StringBuilder all = new StringBuilder();
        while (given.find()) {
            all.append("&anyway=").append(given.group(1));
        }
        return all.toString();
    }

    @Test
    void whatIsToBeLeftOutLaterStandsOnThePageOfTheTherapist() {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        made(therapist.post(api("/restrictions"), """
                {"what":"Leave out sprints","reason":"After the next look","startsOn":"%s","reviewOn":"%s"}""".formatted(today.plusDays(5), today.plusDays(12))));
        String page = therapist.page(at("/restrictions")).body();
        String later = page.substring(page.indexOf("id=\"to-come\""));
        assertTrue(later.contains("Begins later") && later.contains(">Sprints<"), "not “leave out” again: " + later);
        assertTrue(later.contains("from " + PlanWords.day(today.plusDays(5))), later);
    }

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
    void aFlareUpSetsItsEditedLines() {
        String review = LocalDate.now(ZoneId.systemDefault()).plusDays(7).toString();
        HttpResponse<String> set = therapist.postForm(
                at("/restrictions/flare-up"),
                "do=set&what=Jumping&reason=Walk+instead&what=&reason=left+out&reviewOn=" + review);
        assertEquals(302, set.statusCode(), set.body());
        String page = therapist.page(at("/restrictions")).body();
        assertTrue(page.contains("Jumping"));
        assertFalse(page.contains("left out"), "a line without what is none");
        assertTrue(
                page.contains("Asked about before no exercise: name the exercise or choose it"),
                "that jumping is never asked about is said: " + page);
        therapist.postForm(
                at("/restrictions"), "what=Heavy+deadlifts,+all+variants&reason=Pain+rose&reviewOn=" + review);
        assertTrue(
                therapist.page(at("/restrictions")).body().contains("Asked about before: Deadlift, Romanian deadlift"));
    }

    @Test
    void aRangeOfMotionTestIsReadOfSlowBends() {
        UUID first = upload(21);
        JsonNode test = made(therapist.post(api("/range-of-motion"), "{\"set\":\"" + first + "\"}"));
        JsonNode flexion = test.get("ranges").get(0);
        assertEquals("lumbarFlexionRangeDeg", flexion.get("metric").asString());
        assertEquals(15, flexion.get("medianDeg").asDouble(), 5, "how far the simulated lifter bends the lower back");
        assertEquals(9, flexion.get("detectableDeg").asDouble());
        assertEquals(
                422,
                therapist
                        .post(api("/range-of-motion"), "{\"set\":\"" + first + "\"}")
                        .statusCode(),
                "a set is read once");

        UUID second = upload(22);
        String offered = therapist.page(at("/range-of-motion")).body();
        assertTrue(
                Pattern.compile("value=\"" + second + "\"[^>]*>[^<]* \\d\\d:\\d\\d")
                        .matcher(offered)
                        .find(),
                "two sets of a day are told apart: " + offered);
        assertEquals(
                302,
                therapist
                        .postForm(at("/range-of-motion"), "set=" + second + "&note=before+noon")
                        .statusCode());
        String page = therapist.page(at("/range-of-motion")).body();
        assertTrue(page.contains("no change that can be told apart"), "two alike tests differ by noise only");
        assertTrue(page.contains("before noon"));
    }

    @Test
    void aSetOfWhichARangeOfMotionWasReadIsNotThereForWhomFormAloneIsShared() {
        Visitor patient = SERVER.joined(Role.LIFTER);
        UUID id = SERVER.personOf(patient).id();
        Visitor coach = SERVER.joined(Role.COACH);
        SERVER.share(patient, therapist, RecordKind.values());
        SERVER.share(patient, coach, RecordKind.FORM);
        UUID bends =
                RecordedSets.upload(patient, SimulationScript.clean("good_morning", 5, 23), MotionTests.EXERCISE, null);
        assertEquals(200, coach.get("/sets/" + bends).statusCode(), "until then it is a set as any other");
        JsonNode test = made(therapist.post("/api/people/" + id + "/range-of-motion", "{\"set\":\"" + bends + "\"}"));
        for (String address : List.of(
                "/sets/" + bends,
                "/sets/" + bends + "/reps/1",
                "/sets/" + bends + "/chart.svg",
                "/api/sets/" + bends,
                "/api/sets/" + bends + "/recording")) {
            assertEquals(404, coach.get(address).statusCode(), address);
            assertEquals(200, therapist.get(address).statusCode(), address);
            assertEquals(200, patient.get(address).statusCode(), address);
        }
        for (String list : List.of(
                "/people/" + id,
                "/people/" + id + "/sets",
                "/api/people/" + id + "/sets",
                "/people/" + id + "/progress")) {
            assertFalse(coach.get(list).body().contains(bends.toString()), list);
        }
        assertEquals(0, coach.json("/api/people/" + id + "/sets").get("total").asInt(), "nor is it counted");
        assertTrue(therapist.page("/people/" + id + "/sets").body().contains(bends.toString()));
        assertTrue(patient.page("/sets").body().contains(bends.toString()));

        String removed =
                "/patients/" + id + "/range-of-motion/" + test.get("id").asString() + "/remove";
        assertEquals(302, therapist.postForm(removed, "").statusCode());
        assertEquals(200, coach.get("/sets/" + bends).statusCode(), "it is a set as any other again");
    }

    /** Five slow bends, brought as a recording of trunk movement. */
    private static UUID upload(long seed) {
        return RecordedSets.upload(lifter, SimulationScript.clean("good_morning", 5, seed), MotionTests.EXERCISE, null);
    }

    @Test
    void aCriterionIsSignedByAPersonWithWhatSpeaksForIt() {
        therapist.postForm(at("/checklist"), "criterion=Eight+reps+at+60+kg");
        String id = therapist.json(api("/checklist")).get(0).get("id").asString();
        HttpResponse<String> bare = therapist.postForm(at("/checklist/" + id + "/sign"), "");
        assertEquals(422, bare.statusCode(), "nothing speaks for it yet");

        therapist.postForm(at("/checklist/" + id + "/evidence"), "subject=note&note=Seen+on+Monday");
        assertEquals(
                302, therapist.postForm(at("/checklist/" + id + "/sign"), "").statusCode());
        String name = SERVER.personOf(therapist).name();
        assertTrue(therapist.page(at("/checklist")).body().contains("Signed by " + name));
        assertTrue(lifter.page("/plan").body().contains("Signed by " + name), "the person sees who signed");

        assertEquals(
                422,
                therapist
                        .postForm(at("/checklist/" + id + "/withdraw"), "reason=")
                        .statusCode());
        therapist.postForm(at("/checklist/" + id + "/withdraw"), "reason=Too+early");
        String page = therapist.page(at("/checklist")).body();
        assertTrue(page.contains("withdrawn by") && page.contains("Too early"), "what was signed stays to be read");
    }

    @Test
    void emptyListsSayWhatToDoNext() {
        Visitor fresh = SERVER.joined(Role.THERAPIST);
        String patients = fresh.page("/patients").body();
        assertTrue(patients.contains("Nobody shares their plan with you yet"), patients);
        assertTrue(patients.contains("href=\"/invite\""), patients);
        assertTrue(fresh.page("/invite").body().contains("No invitation is open"));
        fresh.postForm("/invite", "role=lifter");
        assertFalse(fresh.page("/invite").body().contains("No invitation is open"));
    }

    @Test
    void whatIsSecondaryOnThePageOfAPatientIsFolded() {
        String page = therapist.page(at("")).body();
        for (String part : List.of("checklist", "notes")) {
            assertTrue(
                    Pattern.compile("<details class=\"[^\"]*\" id=\"" + part + "\"(?! open)")
                            .matcher(page)
                            .find(),
                    page);
        }
        assertTrue(page.indexOf("<h2>Prescribed</h2>") > 0, page);
    }

    @Test
    void notesAreTheirAuthorsAlone() {
        therapist.postForm(at("/notes"), "note=Seems+worried+about+work");
        Visitor other = SERVER.joined(Role.THERAPIST);
        SERVER.share(lifter, other, RecordKind.values());

        assertTrue(therapist.page(at("")).body().contains("Seems worried"));
        assertFalse(other.page(at("")).body().contains("Seems worried"));
        assertFalse(lifter.page(at("")).body().contains("Seems worried"));
    }

    @Test
    void theReportIsReadBackFromItsFile() throws IOException {
        therapist.put(api("/statement"), "{\"statement\":\"Ache after long drives; wants to lift again.\"}");
        String text = pdf(therapist, at("/report.pdf?note=Come+back+in+two+weeks"));

        String name = SERVER.personOf(lifter).name();
        assertAll(Stream.of(
                        "Report of the plan: " + name,
                        "Ache after long drives",
                        "Prescribed",
                        "Range of motion",
                        "How it was measured",
                        "9° for lumbar flexion",
                        "Come back in two weeks",
                        "Signature: " + SERVER.personOf(therapist).name())
                .map(said -> (Executable) () -> assertTrue(text.contains(said), said + " is not in " + text)));
        assertEquals(400, therapist.get(at("/report.pdf?from=2020-01-01")).statusCode());
    }

    @Test
    void theReportLeavesOutWhatIsNotShared() throws IOException {
        Visitor planOnly = SERVER.joined(Role.THERAPIST);
        SERVER.share(lifter, planOnly, RecordKind.REHAB);
        String text = pdf(planOnly, at("/report.pdf"));

        assertTrue(text.contains("Pain is not shared") && text.contains("Sets are not shared"), text);
        assertEquals(404, planOnly.get(at("/pain-dose.svg")).statusCode());
        assertEquals(404, planOnly.get(api("/pain-dose")).statusCode());
        assertTrue(planOnly.page(at("/adherence")).body().contains("Pain is not shared with you"));
    }

    private static String pdf(Visitor who, String path) throws IOException {
        HttpResponse<byte[]> answer =
                who.send(HttpRequest.newBuilder(who.address(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
        try (PDDocument document = Loader.loadPDF(new ByteArrayInputStream(answer.body()).readAllBytes())) {
            assertTrue(document.getNumberOfPages() <= 2, document.getNumberOfPages() + " pages");
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void setsAreNoEvidenceForATherapistTheyAreNotSharedWith() {
        UUID set = upload(23);
        Visitor withoutSets = SERVER.joined(Role.THERAPIST);
        SERVER.share(lifter, withoutSets, RecordKind.REHAB);
        String criterion = made(withoutSets.post(api("/checklist"), "{\"criterion\":\"Slow bends without pain\"}"))
                .get("id")
                .asString();
        String evidence = "/checklist/" + criterion + "/evidence";

        assertFalse(withoutSets.page(at("/checklist")).body().contains("set:" + set));
        assertFalse(withoutSets.page(at("/range-of-motion")).body().contains(set.toString()));
        assertEquals(
                422, withoutSets.postForm(at(evidence), "subject=set:" + set).statusCode());
        assertEquals(
                422,
                withoutSets
                        .post(api(evidence), "{\"kind\":\"set\",\"subject\":\"" + set + "\"}")
                        .statusCode());
        assertEquals(
                422,
                withoutSets
                        .post(api("/range-of-motion"), "{\"set\":\"" + set + "\"}")
                        .statusCode());
        assertTrue(therapist.page(at("/checklist")).body().contains("set:" + set));
        withoutSets.postForm(at("/checklist/" + criterion + "/remove"), "");
    }

    @Test
    void thePlanIsOpenToThoseItIsSharedWithAndToNobodyElse() {
        Visitor coach = SERVER.joined(Role.COACH);
        SERVER.share(lifter, coach, RecordKind.FORM);
        Visitor reader = SERVER.joined(Role.COACH);
        SERVER.share(lifter, reader, RecordKind.REHAB);
        Visitor revoked = SERVER.joined(Role.THERAPIST);
        SERVER.share(lifter, revoked, RecordKind.values());
        SERVER.share(lifter, revoked);
        Visitor unlinked = SERVER.joined(Role.THERAPIST);
        Map<String, Visitor> refused = new LinkedHashMap<>();
        refused.put("coach without the plan", coach);
        refused.put("revoked therapist", revoked);
        refused.put("unlinked therapist", unlinked);
        refused.put("another lifter", SERVER.joined(Role.LIFTER));
        List<String> reads = List.of(
                at(""),
                at("/restrictions"),
                at("/range-of-motion"),
                at("/adherence"),
                at("/checklist"),
                at("/report"),
                at("/report.pdf"),
                api("/prescriptions"),
                api("/restrictions"),
                api("/range-of-motion"),
                api("/adherence"),
                api("/checklist"),
                api("/clearances"),
                api("/statement"),
                api("/report.pdf"));
        for (String path : reads) {
            assertEquals(200, therapist.get(path).statusCode(), "therapist " + path);
            assertEquals(200, lifter.get(path).statusCode(), "the person " + path);
            assertEquals(200, reader.get(path).statusCode(), "a coach it is shared with " + path);
            refused.forEach(
                    (who, visitor) -> assertEquals(404, visitor.get(path).statusCode(), who + " " + path));
            int stranger = SERVER.stranger().get(path).statusCode();
            assertTrue(stranger == 401 || stranger == 302, "a stranger got " + stranger + " at " + path);
        }
        List<String> writes = List.of(
                at("/statement"),
                at("/notes"),
                at("/prescriptions"),
                at("/restrictions"),
                at("/restrictions/flare-up?what=a&reason=b"),
                at("/range-of-motion"),
                at("/checklist"),
                at("/clearances"));
        for (String path : writes) {
            assertEquals(422, therapist.postForm(path, "").statusCode(), "therapist " + path);
            assertEquals(403, lifter.postForm(path, "").statusCode(), "the person reads and does not write " + path);
            assertEquals(403, reader.postForm(path, "").statusCode(), "a coach reads and does not write " + path);
            refused.forEach((who, visitor) ->
                    assertEquals(404, visitor.postForm(path, "").statusCode(), who + " " + path));
        }
        assertTrue(
                lifter.page("/account/reads")
                        .body()
                        .contains(SERVER.personOf(reader).name()),
                "the person sees who read");
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
        assertFalse(progress.contains("No load was said"), "a load was said: " + progress);
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
    }
}
