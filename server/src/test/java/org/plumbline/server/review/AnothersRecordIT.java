package org.plumbline.server.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;

/** One set, held to the limit of a plan, as its lifter, a therapist of the plan and a coach without the plan read it. */
class AnothersRecordIT {
    private static final RunningServer SERVER = RunningServer.shared();

    /** What speaks to whoever reads, and not of whose record it is. */
    private static final List<String> TO_THE_READER = List.of(
            "Your comment",
            "shared with can read what you write",
            "not shared with you",
            "who share with you",
            "Your own notes",
            "In your own words",
            "Only you read these");

    private static Visitor lifter;
    private static Visitor therapist;
    private static Visitor coach;
    private static String therapistsName;
    private static UUID person;
    private static UUID set;

    @BeforeAll
    static void aSetIsLiftedUnderALimitOfThePlan() {
        lifter = SERVER.joined(Role.LIFTER);
        therapist = SERVER.joined(Role.THERAPIST);
        coach = SERVER.joined(Role.COACH);
        person = SERVER.personOf(lifter).id();
        therapistsName = SERVER.personOf(therapist).name();
        SERVER.share(lifter, therapist, RecordKind.values());
        SERVER.share(lifter, coach, RecordKind.FORM);
        assertEquals(
                201,
                therapist.post("/api/people/" + person + "/prescriptions", """
                {"exercise":"deadlift","sets":3,"repetitions":8,"timesAWeekLeast":2,"timesAWeekMost":3,\
                "limits":{"lumbarFlexionPeakDeg":30}}""").statusCode());
        set = RecordedSets.upload(
                lifter,
                RecordedSets.of(
                        "deadlift", 5, 21, 140.0, new SimulatedFault.Rounding(3, 12), new SimulatedFault.Twist(4, 15)));
    }

    private static Stream<String> pagesOfTheSet() {
        return Stream.of("/sets/" + set, "/sets/" + set + "/reps/3", "/sets/" + set + "/reps/1");
    }

    @Test
    void aLimitOfThePlanIsNamedToThoseWhoMayReadThePlan() {
        for (Visitor reader : List.of(lifter, therapist)) {
            assertTrue(reader.page("/sets/" + set).body().contains("outside the limit set by " + therapistsName));
            String rep = reader.page("/sets/" + set + "/reps/3").body();
            assertTrue(rep.contains("prescribed: at most 30°"), rep);
            assertTrue(rep.contains("utside the limit set by " + therapistsName), rep);
        }
        assertTrue(therapist
                .json("/api/people/" + person + "/limits?exercise=deadlift")
                .toString()
                .contains("lumbarFlexionPeakDeg\",\"most\":30"));
    }

    @Test
    void aCoachWithoutThePlanReadsOnEveryPageThatALimitWasPassedAndNotWhoPrescribedIt() {
        pagesOfTheSet().forEach(page -> {
            String read = coach.page(page).body();
            assertFalse(read.contains("prescribed"), page + ": " + read);
            assertFalse(read.contains(therapistsName), page + ": " + read);
        });
        assertTrue(coach.page("/sets/" + set + "/reps/3").body().contains("limit 30°"), "that one was passed");
        assertTrue(therapist.get("/sets/" + set + "/chart.svg").body().contains("prescribed: at most 30°"));
        for (String chart :
                List.of("/sets/%s/chart.svg", "/sets/%s/charts/heat.svg", "/sets/%s/reps/3/charts/course.svg")) {
            String read = coach.get(chart.formatted(set)).body();
            assertFalse(read.contains("prescribed") || read.contains(therapistsName), read);
        }
        for (String answer : List.of(
                "/api/people/" + person + "/limits?exercise=deadlift",
                "/api/sets/" + set + "/reps/3",
                "/api/sets/" + set,
                "/api/queue",
                "/api/queue/labels.csv")) {
            String read = coach.get(answer).body();
            assertFalse(read.contains(therapistsName) || read.contains("prescri"), answer + ": " + read);
            assertFalse(read.contains("\"most\":30"), answer + ": " + read);
        }
    }

    @Test
    void theLimitsPageShowsWhatThePlanPrescribesToThoseWhoMayReadThePlan() {
        String page = "/people/" + person + "/limits?exercise=deadlift";
        for (Visitor reader : List.of(lifter, therapist)) {
            String read = reader.page(page).body();
            assertTrue(read.contains("prescribed: at most 30°") && read.contains(therapistsName), read);
            assertTrue(read.contains("set in the plan and cannot be changed here"), read);
        }
        assertTrue(lifter.page(page).body().contains("href=\"/plan\""));
        String read = coach.page(page).body();
        assertFalse(read.contains("From the plan") || read.contains(therapistsName), read);
        assertTrue(read.contains("A stricter limit is prescribed, and holds."), "which the queue goes by: " + read);
        assertFalse(read.contains("at most 30°"), "and not which: " + read);
        assertTrue(lifter.page(page).body().contains("This one holds."));
        assertFalse(lifter.page(page).body().contains("A stricter limit is prescribed"));
        assertFalse(coach.page("/people/" + person + "/limits?exercise=squat")
                .body()
                .contains("A stricter limit is prescribed"));
    }

    @Test
    void theLimitsOfAnExerciseThatNobodyKnowsAreRefusedWithASentence() {
        String sentence = "The exercise &quot;dedlift&quot; is not known.";
        HttpResponse<String> page = coach.page("/people/" + person + "/limits?exercise=dedlift");
        assertEquals(400, page.statusCode());
        assertTrue(page.body().contains(sentence), page.body());
        String none = coach.page("/people/" + person + "/limits?exercise=trunk_movement")
                .body();
        assertTrue(none.contains("There are no limits for"), "another exercise is not shown in silence: " + none);
        HttpResponse<String> answer = coach.get("/api/people/" + person + "/limits?exercise=dedlift");
        assertEquals(400, answer.statusCode());
        assertEquals(
                "The exercise \"dedlift\" is not known.",
                RunningServer.parse(answer.body()).get("detail").asString());
    }

    @Test
    void aFlagHasOneFigureAndOneMomentInTheQueueAndOnThePageOfItsSet() {
        Pattern moment = Pattern.compile("Peak lumbar flexion, at ([\\d.]+ s)");
        Set<String> onTheSet = found(moment, therapist.page("/sets/" + set).body());
        assertFalse(onTheSet.isEmpty());
        String queue = therapist.page("/queue?lifter=" + person).body();
        assertEquals(onTheSet, found(moment, queue));
        Pattern figure = Pattern.compile("(bent the lower back \\d[\\d.]*°)");
        assertEquals(found(figure, therapist.page("/sets/" + set).body()), found(figure, queue));
    }

    private static Set<String> found(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(one -> one.group(1)).collect(Collectors.toSet());
    }

    @Test
    void nobodyIsCalledYouOnThePageOfAnother() {
        Stream<String> ofAPerson = Stream.of("", "/sets", "/progress", "/limits?exercise=deadlift", "/compare", "/log")
                .map(page -> "/people/" + person + page);
        List<String> pages = Stream.of(pagesOfTheSet(), ofAPerson, Stream.of("/queue"))
                .flatMap(all -> all)
                .toList();
        for (String page : pages) {
            assertSpeaksOfAnother(page, coach.page(page).body());
        }
        for (String page :
                List.of("/people/" + person + "/pain", "/patients/" + person, "/patients/" + person + "/adherence")) {
            assertSpeaksOfAnother(page, therapist.page(page).body());
        }
        assertSpeaksOfAnother("chart", coach.get("/sets/" + set + "/chart.svg").body());
        assertTrue(coach.page("/sets/" + set).body().contains("their first reps"), "it is said all the same");
        String own = lifter.page("/sets/" + set).body();
        assertTrue(own.contains("your first reps") && !own.contains("their first reps"), own);
    }

    private static void assertSpeaksOfAnother(String page, String body) {
        String main = body.contains("<main") ? body.substring(body.indexOf("<main"), body.indexOf("</main>")) : body;
        String read = main.replaceAll("<[^>]*value=\"[^\"]*\"[^>]*>", "");
        for (String allowed : TO_THE_READER) {
            read = read.replace(allowed, "");
        }
        Matcher you = Pattern.compile(".{0,60}\\byou(r|rs)?\\b.{0,60}")
                .matcher(read.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
        assertFalse(you.find(), () -> page + ": " + you.group());
    }
}
