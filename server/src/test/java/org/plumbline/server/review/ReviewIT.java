package org.plumbline.server.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import tools.jackson.databind.JsonNode;

/** What a coach does with a set, over HTTP: pages, charts and the interface for programs. */
class ReviewIT {
    private static RunningServer server;
    private static Visitor lifter;
    private static Visitor coach;
    private static Visitor stranger;
    private static UUID person;
    private static UUID set;
    private static String rep;
    private static String api;

    @BeforeAll
    static void aLifterSharesASetInWhichTheThirdRepetitionIsRounded() {
        server = RunningServer.shared();
        lifter = server.joined(Role.LIFTER);
        coach = server.joined(Role.COACH);
        stranger = server.joined(Role.COACH);
        server.share(lifter, coach, RecordKind.FORM);
        person = server.personOf(lifter).id();
        set = RecordedSets.upload(
                lifter, RecordedSets.of("deadlift", 5, 21, 140.0, new SimulatedFault.Rounding(3, 12)));
        rep = "/sets/" + set + "/reps/3";
        api = "/api/sets/" + set + "/reps/3";
    }

    private static JsonNode rounding(JsonNode repetition) {
        return StreamSupport.stream(repetition.get("flags").spliterator(), false)
                .filter(flag -> flag.get("flag").asString().equals("rounding_under_load"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSetPageBeginsWithItsFindingAndLeadsToTheRepetitionAndItsSamples() {
        HttpResponse<String> page = coach.page("/sets/" + set);
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<h1>Rep 3 rounded"), "the finding is the title");
        assertTrue(page.body().contains("href=\"/sets/" + set + "/reps/3\""));
        for (String jargon : List.of("metrics<", "index", "Signal", "Bending axis", "lockout")) {
            assertFalse(page.body().contains(jargon), jargon);
        }
        HttpResponse<String> repetition = coach.page(rep);
        assertEquals(200, repetition.statusCode());
        assertTrue(repetition.body().contains("± "), "numbers come with their uncertainty");
        assertTrue(repetition.body().contains("caution from 8°"), "and with their limits");
        assertTrue(
                repetition
                        .body()
                        .contains("href=\"/people/" + person + "\">"
                                + server.personOf(lifter).name()),
                "whose it is");
        HttpResponse<String> samples = coach.get(rep + "/samples.csv");
        List<String> lines = samples.body().lines().toList();
        assertTrue(lines.get(0).startsWith("time_s,sensor,specific_force_x_ms2"), lines.get(0));
        assertTrue(lines.size() > 400, "three seconds of two sensors at 100 Hz, were " + lines.size());
        assertTrue(lines.get(1).contains(",pelvis,") || lines.get(1).contains(",thorax,"), lines.get(1));
        HttpResponse<String> before = coach.get(api + "/samples?at=-5");
        assertEquals(400, before.statusCode(), "no set has a moment before it begins");
        assertTrue(before.body().contains("at must be a moment within the set"), before.body());
    }

    @Test
    void everyChartIsAPictureWithAMarkAndComesOnlyOnce() {
        for (String path : List.of(
                "/sets/" + set + "/chart.svg",
                "/sets/" + set + "/charts/overlay.svg",
                "/sets/" + set + "/charts/reps.svg",
                "/sets/" + set + "/charts/heat.svg",
                "/sets/" + set + "/charts/pace.svg",
                rep + "/charts/course.svg",
                rep + "/charts/samples.svg",
                "/people/" + person + "/charts/progress.svg?exercise=deadlift&what=load",
                "/people/" + person + "/charts/progress.svg?exercise=deadlift&what=repetitions",
                "/people/" + person + "/charts/progress.svg?exercise=deadlift&what=e1rm",
                "/people/" + person + "/charts/progress.svg?exercise=deadlift&what=flexion",
                "/people/" + person + "/charts/progress.svg?exercise=deadlift&what=twist",
                "/people/" + person + "/charts/progress.svg?exercise=deadlift&what=drift",
                "/people/" + person + "/charts/progress.svg?what=frequency",
                "/people/" + person + "/charts/load-drift.svg?exercise=deadlift",
                "/people/" + person + "/charts/compare-courses.svg?exercise=deadlift&load=140",
                "/people/" + person + "/charts/compare-peaks.svg?exercise=deadlift")) {
            HttpResponse<String> first = coach.get(path + (path.contains("?") ? "&" : "?") + "size=narrow&theme=dark");
            assertEquals(200, first.statusCode(), path);
            assertTrue(first.body().contains("<title"), path + " says what it shows");
            assertFalse(first.body().contains("chart."), path + " has words for everything");
            String mark = first.headers().firstValue("ETag").orElseThrow(() -> new AssertionError(path));
            HttpResponse<String> again = coach.send(HttpRequest.newBuilder(first.uri())
                    .header("If-None-Match", mark)
                    .build());
            assertEquals(304, again.statusCode(), path);
        }
        assertEquals(
                "image/png",
                coach.get("/sets/" + set + "/charts/heat.png")
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""));
        assertEquals(404, coach.get("/sets/" + set + "/charts/pie.svg").statusCode());
        assertEquals(404, coach.get("/sets/" + set + "/charts/heat.gif").statusCode());
        assertEquals(
                400, coach.get("/sets/" + set + "/charts/heat.svg?size=huge").statusCode());
        assertEquals(
                400,
                coach.get("/people/" + person + "/charts/progress.svg?what=luck")
                        .statusCode());
    }

    @Test
    void nobodyButThoseItIsSharedWithFindsAnything() {
        for (String path : List.of(
                "/sets/" + set,
                rep,
                rep + "/samples.csv",
                "/sets/" + set + "/charts/heat.svg",
                rep + "/charts/course.svg",
                "/people/" + person,
                "/people/" + person + "/compare",
                "/people/" + person + "/limits",
                "/people/" + person + "/charts/load-drift.svg?exercise=deadlift",
                api,
                api + "/comments",
                api + "/samples",
                "/api/people/" + person + "/limits?exercise=deadlift")) {
            assertEquals(404, stranger.get(path).statusCode(), path);
        }
        assertEquals(
                404, stranger.post(api + "/comments", "{\"content\":\"hello\"}").statusCode());
        assertEquals(404, stranger.post(api + "/reviews", "{}").statusCode());
        assertEquals(404, stranger.put(api + "/approval", "{}").statusCode());
        assertFalse(stranger.page("/roster").body().contains(person.toString()));
        assertFalse(stranger.page("/queue").body().contains(set.toString()));
        assertFalse(stranger.get("/queue/labels.csv").body().contains(set.toString()));
        assertTrue(coach.page("/roster").body().contains(person.toString()));
    }

    @Test
    void aCommentIsWrittenChangedByItsAuthorOnlyDeletedAndBroughtBack() {
        HttpResponse<String> written = coach.post(api + "/comments", "{\"content\":\"Brace <first>.\"}");
        assertEquals(201, written.statusCode(), written.body());
        String id = RunningServer.parse(written.body()).get("id").asString();
        String address = "/api/sets/" + set + "/comments/" + id;
        assertTrue(lifter.page(rep).body().contains("Brace &lt;first&gt;."), "the lifter reads it, as text");
        assertEquals(404, lifter.put(address, "{\"content\":\"mine\"}").statusCode());
        assertEquals(
                200, coach.put(address, "{\"content\":\"Brace, then pull.\"}").statusCode());
        assertEquals(400, coach.put(address, "{\"content\":\" \"}").statusCode());
        assertTrue(lifter.get(api).body().contains("Brace, then pull."));

        assertEquals(404, lifter.delete(address).statusCode());
        HttpResponse<String> deleted = coach.postForm(rep + "/comments/" + id + "/delete", "");
        assertEquals(302, deleted.statusCode());
        assertTrue(coach.page(rep).body().contains("The comment is deleted."), "with an undo");
        assertFalse(lifter.get(api).body().contains("Brace, then pull."));
        assertEquals(
                302, coach.postForm(rep + "/comments/" + id + "/restore", "").statusCode());
        assertTrue(lifter.get(api).body().contains("Brace, then pull."));

        HttpResponse<String> empty = coach.postForm(rep + "/comments", "content=+");
        assertEquals(302, empty.statusCode());
        assertTrue(coach.page(rep).body().contains("Write something first."));
    }

    @Test
    void aFlagIsJudgedLeavesTheQueueAndStandsInTheLabels() {
        JsonNode flag = rounding(coach.json(api));
        assertTrue(coach.page("/queue").body().contains(rep));
        String wish = "{\"flag\":\"rounding_under_load\",\"metric\":\""
                + flag.get("metric").asString() + "\",\"reason\":\"%s\",\"note\":\"seen, on \\\"video\\\"\"}";
        assertEquals(400, coach.post(api + "/reviews", wish.formatted("luck")).statusCode());
        HttpResponse<String> judged = coach.post(api + "/reviews", wish.formatted("seen"));
        assertEquals(201, judged.statusCode(), judged.body());
        assertEquals(
                "confirmed", RunningServer.parse(judged.body()).get("verdict").asString());

        boolean open =
                open().stream().anyMatch(one -> one.get("flag").asString().equals("rounding_under_load"));
        assertFalse(open, "a judged flag waits no longer");
        String labels = coach.get("/queue/labels.csv").body();
        assertTrue(
                labels.contains("rounding_under_load") && labels.contains("confirmed,seen,\"seen, on \"\"video\"\"\""),
                labels);
        assertFalse(labels.contains(server.personOf(coach).name()), "people stand by their identity");

        String id = RunningServer.parse(judged.body()).get("id").asString();
        assertEquals(404, lifter.delete("/api/sets/" + set + "/reviews/" + id).statusCode());
        assertEquals(204, coach.delete("/api/sets/" + set + "/reviews/" + id).statusCode());
        assertTrue(coach.page("/queue").body().contains(rep));
    }

    @Test
    void allThatOneRepWasFlaggedForIsAnsweredAtOnce() {
        String joint = coach.page("/queue").body();
        int all = joint.indexOf("All of it at once", joint.indexOf(rep + "\""));
        assertTrue(all > 0, joint);
        String form = joint.substring(joint.lastIndexOf("<form", all), joint.indexOf("</form>", all));
        assertFalse(form.contains("limit_too_low"), form);
        assertTrue(joint.substring(all).contains("Only some of it happened: answer each by itself"), joint);
        String fields = Pattern.compile("name=\"(flag|metric)\" value=\"([^\"]+)\"")
                .matcher(form)
                .results()
                .map(one -> one.group(1) + "=" + one.group(2))
                .collect(Collectors.joining("&"));
        int waiting = open().size();
        assertTrue(waiting > 1, fields);
        assertEquals(
                302,
                coach.postForm(rep + "/reviews", fields + "&back=queue&reason=limit_too_low")
                        .statusCode());
        assertTrue(coach.page("/queue").body().contains("Which limit is too low? Answer each by itself."));
        assertEquals(waiting, open().size(), "of which limit it was said nobody knows");

        for (String muddled :
                List.of("flag=&metric=", "flag=rounding_under_load&metric=", fields + "&metric=twistDeg")) {
            assertEquals(
                    400,
                    coach.postForm(rep + "/reviews", muddled + "&reason=seen").statusCode(),
                    muddled);
        }
        assertEquals(waiting, open().size());

        coach.postForm(rep + "/reviews", fields + "&back=queue&reason=form_held");
        String queue = coach.page("/queue").body();
        assertEquals(0, open().size());
        Matcher undo =
                Pattern.compile("action=\"(" + rep + "/reviews/[^\"]+/undo)\"").matcher(queue);
        assertTrue(undo.find(), queue);
        coach.postForm(undo.group(1), "back=queue");
        assertEquals(waiting, open().size(), "and taken back at once");
    }

    private List<JsonNode> open() {
        return StreamSupport.stream(coach.json("/api/queue?limit=200").spliterator(), false)
                .filter(one -> one.get("set").asString().equals(set.toString())
                        && one.get("repetition").asInt() == 3)
                .toList();
    }

    @Test
    void approvedRepetitionsAreTheUsualOfTheChartsOfLaterSets() {
        Visitor other = server.joined(Role.LIFTER);
        Visitor observer = server.joined(Role.COACH);
        server.share(other, observer, RecordKind.FORM);
        UUID first = RecordedSets.upload(other, RecordedSets.of("deadlift", 5, 21, 140.0));
        assertEquals(
                204,
                observer.put("/api/sets/" + first + "/reps/1/approval", "{}").statusCode());
        assertEquals(
                302,
                observer.postForm("/sets/" + first + "/reps/2/approval", "approved=true")
                        .statusCode());
        assertTrue(
                observer.json("/api/sets/" + first + "/reps/1").get("approved").asBoolean());
        assertTrue(observer.page("/sets/" + first).body().contains("approved as usual"));

        UUID later = RecordedSets.upload(other, RecordedSets.of("deadlift", 5, 22, 140.0));
        assertTrue(observer.get("/sets/" + later + "/chart.svg").body().contains("their usual ± 9°"));
        assertTrue(other.get("/sets/" + later + "/chart.svg").body().contains("your usual ± 9°"));
        assertTrue(
                other.get("/sets/" + first + "/chart.svg").body().contains("your first reps ± 9°"),
                "there was no usual yet, and its page says so");
        observer.delete("/api/sets/" + first + "/reps/1/approval");
        observer.delete("/api/sets/" + first + "/reps/2/approval");
        assertTrue(observer.get("/sets/" + later + "/chart.svg").body().contains("their first reps ± 9°"));
    }

    @Test
    void aLimitIsTriedOutSetAndTakenBack() {
        String path = "/api/people/" + person + "/limits";
        String wish = "{\"exercise\":\"deadlift\",\"rule\":\"rounding\",\"notice\":40,\"caution\":50,\"stop\":60}";
        JsonNode preview =
                RunningServer.parse(coach.post(path + "/preview", wish).body());
        assertEquals(5, preview.get("repetitions").asInt());
        assertTrue(preview.get("flaggedAfter").asInt()
                <= preview.get("flaggedBefore").asInt());
        HttpResponse<String> made = coach.post(path, wish);
        assertEquals(201, made.statusCode(), made.body());
        assertTrue(coach.page("/people/" + person + "/limits?exercise=deadlift")
                .body()
                .contains("caution from 50°"));
        assertTrue(coach.get(path + "?exercise=deadlift").body().contains("\"setAs\":\"coach\""));
        String id = RunningServer.parse(made.body()).get("id").asString();
        assertEquals(204, coach.delete(path + "/" + id).statusCode());
        assertEquals(404, coach.delete(path + "/" + id).statusCode());

        assertEquals(
                400,
                coach.post(path, wish.replace("\"notice\":40", "\"notice\":70")).statusCode());
        HttpResponse<String> falling = coach.postForm(
                "/people/" + person + "/limits",
                "exercise=deadlift&rule=ROUNDING&do=save&notice=9&caution=5,5&stop=&reason=new+shoes");
        assertEquals(200, falling.statusCode());
        assertTrue(
                falling.body().contains("role=\"alert\"") && falling.body().contains("value=\"5,5\""),
                "what was typed stays");
        assertTrue(falling.body().contains("value=\"new shoes\""));
    }

    @Test
    void aLimitWithinNoiseIsReadBeforeItIsSetInTheWordsOfATherapist() {
        String page = "/people/" + person + "/limits";
        String edit = page + "?exercise=deadlift&rule=SIDE_BEND";
        String form = "exercise=deadlift&rule=SIDE_BEND&do=save&notice=&caution=0.5&stop=&reason=try&seen="
                + coach.hidden(edit, "seen");
        HttpResponse<String> asked = coach.postForm(page, form);
        assertEquals(200, asked.statusCode());
        assertTrue(asked.body().contains("less than usual"), asked.body());
        assertTrue(asked.body().contains("value=\"0.5\"") && asked.body().contains("value=\"try\""), "nothing is lost");
        Matcher tick = Pattern.compile("type=\"checkbox\" name=\"limitsConfirmed\" value=\"([^\"]+)\"")
                .matcher(asked.body());
        assertTrue(tick.find(), asked.body());
        assertEquals(
                302,
                coach.postForm(page, form + "&limitsConfirmed=" + tick.group(1)).statusCode());

        String wish = "{\"exercise\":\"deadlift\",\"rule\":\"side_bend\",\"caution\":0.6%s}";
        HttpResponse<String> unread = coach.post("/api" + page, wish.formatted(""));
        assertEquals(422, unread.statusCode(), unread.body());
        JsonNode problem = RunningServer.parse(unread.body());
        assertEquals(
                "limitsConfirmed", problem.get("faults").get(0).get("field").asString());
        String read = ",\"limitsConfirmed\":\"" + problem.get("limitsConfirmed").asString() + "\"";
        assertEquals(201, coach.post("/api" + page, wish.formatted(read)).statusCode());
    }

    @Test
    void whatCannotBeSetIsSaidBeforeWhatIsToBeRead() {
        String page = "/people/" + person + "/limits";
        String wish = "{\"exercise\":\"deadlift\",\"rule\":\"side_bend\",\"caution\":0.5,\"reason\":\""
                + "x".repeat(401) + "\"}";
        HttpResponse<String> program = coach.post("/api" + page, wish);
        assertEquals(400, program.statusCode(), program.body());
        HttpResponse<String> form = coach.postForm(
                page,
                "exercise=deadlift&rule=SIDE_BEND&do=save&notice=&caution=0.5&stop=&reason=" + "x".repeat(401)
                        + "&seen=" + coach.hidden(page + "?exercise=deadlift&rule=SIDE_BEND", "seen"));
        assertFalse(form.body().contains("name=\"limitsConfirmed\""), form.body());
        assertTrue(form.body().contains("class=\"problem\""), form.body());
    }

    @Test
    void switchingARuleOffSaysWhatIsNoLongerLookedAtAndIsUndone() {
        String page = "/people/" + person + "/limits";
        String edit = page + "?exercise=good_morning&rule=ROUNDING";
        String form = "exercise=good_morning&rule=ROUNDING&reason=&notice=9&caution=11&stop=15&seen=";
        assertEquals(
                302,
                coach.postForm(page, form + coach.hidden(edit, "seen") + "&do=save")
                        .statusCode());
        String off = form + coach.hidden(edit, "seen") + "&do=off";
        HttpResponse<String> asked = coach.postForm(page, off);
        assertEquals(200, asked.statusCode());
        assertTrue(asked.body().contains("is no longer looked at in Good morning"), asked.body());
        assertFalse(coach.page(page + "?exercise=good_morning").body().contains("switched off"), "not by one click");
        HttpResponse<String> preview = coach.postForm(page, off.replace("do=off", "do=preview-off"));
        assertEquals(200, preview.statusCode());
        assertFalse(preview.body().contains("no longer looked at"), "a preview is of levels: " + preview.body());
        Matcher read = Pattern.compile("type=\"hidden\" name=\"limitsConfirmed\" value=\"([^\"]+)\"")
                .matcher(asked.body());
        assertTrue(read.find(), asked.body());
        assertEquals(
                302,
                coach.postForm(page, off + "&limitsConfirmed=" + read.group(1)).statusCode());

        String rows = coach.page(page + "?exercise=good_morning").body();
        assertTrue(rows.contains("switched off") && rows.contains("Switch on again"), rows);
        Matcher on = Pattern.compile("/limits/([0-9a-f-]{36})/end").matcher(rows);
        assertTrue(on.find(), rows);
        assertEquals(
                302,
                coach.postForm(page + "/" + on.group(1) + "/end", "exercise=good_morning")
                        .statusCode());
        String again = coach.page(page + "?exercise=good_morning").body();
        assertTrue(again.contains("caution from 11°"), "what stood before stands again: " + again);
    }

    @Test
    void setsOfOneDayAreToldApartByTheirTime() {
        Visitor other = server.joined(Role.LIFTER);
        server.share(other, coach, RecordKind.FORM);
        UUID id = server.personOf(other).id();
        RecordedSets.upload(other, RecordedSets.of("deadlift", 5, 22, 140.0, new SimulatedFault.Rounding(3, 12)));
        RecordedSets.upload(other, RecordedSets.of("deadlift", 5, 23, 140.0, new SimulatedFault.Rounding(3, 12)));
        String compared = coach.page("/people/" + id + "/compare?exercise=deadlift&load=140.0")
                .body();
        assertTrue(
                Pattern.compile("middle rep is [^<]* on \\d+ \\w+ \\d\\d:\\d\\d")
                        .matcher(compared)
                        .find(),
                compared);
        String preview = coach.postForm(
                        "/people/" + id + "/limits",
                        "exercise=deadlift&rule=ROUNDING&do=preview&notice=1&caution=2&stop=30&reason=&seen=")
                .body();
        assertTrue(
                Pattern.compile("<h3><a href=\"/sets/[^\"]+\">today \\d\\d:\\d\\d</a><span>, 140 kg</span></h3>")
                        .matcher(preview)
                        .find(),
                preview);
    }

    @Test
    void whatAProgramDoesNotSayOrMayNotIsRefusedAndNotGuessed() {
        String path = "/api/people/" + person + "/limits";
        String wish = "{\"exercise\":\"%s\",\"rule\":\"rounding\",\"caution\":8%s}";
        HttpResponse<String> therapist = coach.post(path, wish.formatted("deadlift", ",\"as\":\"therapist\""));
        assertEquals(400, therapist.statusCode());
        assertTrue(therapist.body().contains("as must be one of what you are for this lifter: coach."));
        HttpResponse<String> unknown = coach.post(path + "/preview", wish.formatted("juggling", ""));
        assertEquals(400, unknown.statusCode(), unknown.body());
        assertTrue(unknown.body().contains("is not known"), unknown.body());
        HttpResponse<String> nothing = coach.post(api + "/reviews", "{}");
        assertEquals(400, nothing.statusCode(), nothing.body());
        assertTrue(nothing.body().contains("Say which flag is meant"), nothing.body());
    }

    @Test
    void aLimitThatWasChangedMeanwhileIsNotOverwrittenUnseen() {
        String page = "/people/" + person + "/limits";
        String edit = page + "?exercise=romanian_deadlift&rule=ROUNDING";
        String limit = "exercise=romanian_deadlift&rule=ROUNDING&do=save&notice=6&caution=8&stop=12&reason=first&seen=";
        String seen = coach.hidden(edit, "seen");
        assertEquals(302, coach.postForm(page, limit + seen).statusCode());
        HttpResponse<String> late = coach.postForm(page, limit.replace("first", "second") + seen);
        assertEquals(200, late.statusCode());
        assertTrue(late.body().contains("This limit was changed since you opened this page"), late.body());
        assertTrue(late.body().contains("value=\"second\""), "what was typed stays");
        assertEquals(
                302,
                coach.postForm(page, limit.replace("first", "second") + coach.hidden(edit, "seen"))
                        .statusCode());
    }

    @Test
    void aLifterIsToldOnceWhatTheirCoachMadeOfALimit() {
        String limitsPage = "/people/" + person + "/limits?exercise=squat";
        String api = "/api/people/" + person + "/limits";
        String wish = "{\"exercise\":\"squat\",\"rule\":\"rounding\",\"notice\":5,\"caution\":7.5,\"stop\":12,"
                + "\"reason\":\"New shoes, higher heel\"}";
        HttpResponse<String> made = coach.post(api, wish);
        assertEquals(201, made.statusCode(), made.body());
        String said = "Coach " + server.personOf(coach).name()
                + " changed your limit of rounding after the lift began (Squat) from “note from 4°, caution from 6°,"
                + " stop from 10°” to “note from 5°, caution from 7.5°, stop from 12°”, today ";
        assertTrue(
                lifter.page("/today").body().contains(said),
                lifter.page("/today").body());
        assertTrue(lifter.page("/account/reads").body().contains("a limit, and changed it"));
        String why = "Why: “New shoes, higher heel”";
        assertTrue(lifter.page("/today").body().contains(why));
        assertFalse(coach.page(limitsPage).body().contains(said), "the coach knows");
        assertTrue(lifter.page(limitsPage).body().contains(said));
        String standing = lifter.page(limitsPage).body();
        assertFalse(standing.contains(said), "once");
        assertTrue(standing.contains(why), "it stays beside the limit: " + standing);
        assertTrue(coach.page(limitsPage + "&rule=ROUNDING").body().contains("the lifter reads it"));
        assertFalse(lifter.page("/today").body().contains(said));

        String id = RunningServer.parse(made.body()).get("id").asString();
        coach.postForm("/people/" + person + "/limits/" + id + "/end", "exercise=squat");
        assertTrue(lifter.page("/today")
                .body()
                .contains("stop from 12°” to “note from 4°, caution from 6°, stop from 10°”"));
        lifter.page(limitsPage);
        HttpResponse<String> own = lifter.post(api, wish);
        assertEquals(201, own.statusCode());
        assertFalse(lifter.page("/today").body().contains("A limit of yours"), "what one did oneself is no news");
    }

    @Test
    void theRosterAnswersProgramsAndRefusesNonsense() {
        JsonNode lines = coach.json("/api/roster");
        assertEquals(1, lines.size());
        assertEquals(person.toString(), lines.get(0).get("id").asString());
        assertTrue(lines.get(0).get("change").isNull(), "one session is no usual");
        for (String nonsense :
                List.of("limit=0", "limit=1000", "offset=-1", "days=0", "days=x", "leastKg=9&mostKg=1")) {
            assertEquals(400, coach.get("/api/roster?" + nonsense).statusCode(), nonsense);
        }
        assertEquals(400, coach.get("/api/queue?limit=0").statusCode());
        assertEquals(
                200,
                coach.page("/roster?exercise=deadlift&days=7&least=100&most=200")
                        .statusCode());
        assertTrue(coach.page("/roster?least=200&most=100").body().contains("role=\"alert\""));
    }

    @Test
    void theReadsOfACoachAreOnRecord() {
        Visitor watched = server.joined(Role.LIFTER);
        Visitor watcher = server.joined(Role.COACH);
        server.share(watched, watcher, RecordKind.FORM);
        watcher.page("/people/" + server.personOf(watched).id());
        watcher.page("/roster");
        watcher.page("/roster");
        String reads = watched.page("/account/reads").body();
        assertTrue(reads.contains(server.personOf(watcher).name()));
        assertEquals(2, reads.split("a line in the list of lifters").length, "a list looked at twice is one read");
    }
}
