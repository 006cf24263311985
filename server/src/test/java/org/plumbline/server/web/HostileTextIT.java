package org.plumbline.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import tools.jackson.databind.JsonNode;

/**
 * Text that would run in a browser, typed into every field of the product that takes any: it is kept as it was typed, and every
 * page shows it as text.
 */
class HostileTextIT {
    private static final String HOSTILE = "\"'><script>hostile()</script>${7*7}";
    private static final String SHOWN = "&quot;&#39;&gt;&lt;script&gt;hostile()&lt;/script&gt;${7*7}";
    private static final Pattern SERIES = Pattern.compile("/prescriptions/([0-9a-f-]{36})");
    private static final RunningServer SERVER = RunningServer.shared();

    private static final Set<String> fields = new LinkedHashSet<>();
    private static final List<String> refused = new ArrayList<>();
    private static Visitor lifter;
    private static Visitor coach;
    private static Visitor therapist;
    private static UUID person;
    private static UUID set;

    @BeforeAll
    static void people() {
        lifter = SERVER.joined(Role.LIFTER);
        coach = SERVER.joined(Role.COACH);
        therapist = SERVER.joined(Role.THERAPIST);
        person = SERVER.personOf(lifter).id();
        SERVER.share(lifter, coach, RecordKind.FORM);
        SERVER.share(lifter, therapist, RecordKind.values());
        byte[] plain = RecordedSets.of("deadlift", 3, 21, 140.0, new SimulatedFault.Rounding(2, 12));
        String titled = new String(plain, StandardCharsets.UTF_8)
                .replaceFirst("\n", "\n# title: " + Matcher.quoteReplacement(text("title")) + "\n");
        set = RecordedSets.upload(lifter, titled.getBytes(StandardCharsets.UTF_8));
    }

    /** A text that says which field it was typed into. */
    private static String text(String field) {
        fields.add(field);
        return field + HOSTILE;
    }

    private static String typed(String field) {
        return URLEncoder.encode(text(field), StandardCharsets.UTF_8);
    }

    private static void form(Visitor who, String path, String form) {
        check(path, who.postForm(path, form));
    }

    private static JsonNode json(Visitor who, String path, String json) {
        HttpResponse<String> answer = who.post(path, json);
        check(path, answer);
        return RunningServer.parse(answer.body());
    }

    private static void check(String path, HttpResponse<String> answer) {
        if (answer.statusCode() != 302 && answer.statusCode() / 100 != 2) {
            refused.add(path + " " + answer.statusCode());
        }
        if (path.startsWith("/api/")) {
            String type = answer.headers().firstValue("Content-Type").orElse("");
            assertTrue(type.startsWith("application/"), "no browser takes JSON for a page: " + type);
        } else {
            assertHarmless(path, answer.body());
        }
    }

    private static void assertHarmless(String where, String page) {
        assertTrue(
                !page.contains("<script>hostile") && !page.contains("\"'>") && !page.contains("hostile()</script>49"),
                () -> where + ": "
                        + page.substring(
                                Math.max(0, page.indexOf("hostile()") - 80),
                                Math.min(page.length(), page.indexOf("hostile()") + 80)));
    }

    @Test
    void textThatWouldRunIsShownAsTextOnEveryPage() {
        aLifterTypes();
        aCoachTypes();
        aTherapistTypes();
        assertEquals(List.of(), refused, "every text is taken");

        StringBuilder everything = new StringBuilder();
        String form = "/sets/" + set;
        String patient = "/patients/" + person;
        String record = "/people/" + person;
        read(lifter, everything, "/account", "/today", "/log", "/pain", "/plan", "/sets", form, form + "/effort");
        read(lifter, everything, form + "/reps/2", "/progress", "/check-in", "/start", "/live", "/account/reads");
        read(coach, everything, record, record + "/limits?exercise=deadlift", record + "/sets", record + "/log", form);
        read(coach, everything, form + "/reps/2", "/roster", "/queue", "/board", record + "/compare", "/account");
        read(therapist, everything, patient, patient + "/restrictions", patient + "/checklist", "/patients");
        read(therapist, everything, patient + "/range-of-motion", patient + "/adherence", patient + "/report");
        read(therapist, everything, record + "/pain", record + "/progress");
        String limit =
                "exercise=deadlift&rule=ROUNDING&do=preview&notice=40&caution=50&stop=60&reason=" + typed("limit");
        String preview = coach.postForm(record + "/limits", limit).body();
        assertHarmless("preview of a limit", preview);
        everything.append(preview);
        Matcher series = SERIES.matcher(therapist.page(patient).body());
        assertTrue(series.find());
        read(therapist, everything, patient + "/prescriptions/" + series.group(1));
        read(SERVER.me(), everything, "/administration");

        List<String> nowhere = fields.stream()
                .filter(field -> !everything.toString().contains(field + SHOWN))
                .toList();
        assertEquals(List.of(), nowhere, "a text that no page shows was not tried");
    }

    @Test
    void whatWasTypedIntoARefusedFormComesBackAsText() {
        SERVER.me().postForm("/invite", "role=lifter");
        Matcher link = Pattern.compile("id=\"link\">https?://[^/]+(/join/[^<]+)<")
                .matcher(SERVER.me().page("/invite").body());
        assertTrue(link.find());
        String hostile = URLEncoder.encode(HOSTILE, StandardCharsets.UTF_8);
        String join = SERVER.stranger()
                .postForm(
                        link.group(1), "name=" + hostile + "&email=" + hostile + "&guardian=" + hostile + "&password=a")
                .body();
        assertTrue(join.contains(SHOWN), join);
        assertHarmless("join", join);
        for (String path :
                List.of("/start?exercise=", "/sets?exercise=", "/queue?flag=", "/roster?name=", "/nothing/")) {
            assertHarmless(path, coach.page(path + hostile).body());
        }
    }

    private static void aLifterTypes() {
        form(lifter, "/account/name", "name=" + typed("name"));
        form(lifter, "/account/tokens", "name=" + typed("token") + "&scope=read");
        form(lifter, "/log", "kind=walking&day=" + today() + "&minutes=40&note=" + typed("walk"));
        String effort = "/sets/" + set + "/effort";
        form(
                lifter,
                effort,
                "rpe=8&left=1&load=140&note=" + typed("effort") + "&seen=" + lifter.hidden(effort, "seen"));
        form(
                lifter,
                "/pain",
                "moment=after&score=3&places=knee:left&note=" + typed("pain") + "&worseWith=" + typed("worse")
                        + "&easesWith=" + typed("eases"));
        form(lifter, "/check-in", "sleep=2&stress=4&soreness=3&score=2&places=lower_back:left&note=" + typed("check"));
    }

    private static void aCoachTypes() {
        form(coach, "/account/name", "name=" + typed("coach"));
        String reps = "/sets/" + set + "/reps/2";
        json(coach, "/api" + reps + "/comments", "{\"content\":" + quoted("comment") + "}");
        for (JsonNode flag : coach.json("/api" + reps).get("flags")) {
            String what = "{\"flag\":" + flag.get("flag") + ",\"metric\":" + flag.get("metric");
            json(coach, "/api" + reps + "/reviews", what + ",\"reason\":\"seen\",\"note\":" + quoted("review") + "}");
            return;
        }
    }

    private static void aTherapistTypes() {
        String patient = "/patients/" + person;
        String later = today().plusDays(20).toString();
        form(therapist, "/account/name", "name=" + typed("therapist"));
        form(
                therapist,
                patient + "/prescriptions",
                "exercise=deadlift&sets=3&repetitions=8&loadCap=60&timesAWeekLeast=2&timesAWeekMost=3&phase=supervised"
                        + "&startsOn=" + today() + "&equipment=" + typed("equipment") + "&note=" + typed("prescribed"));
        Matcher series = SERIES.matcher(therapist.page(patient).body());
        assertTrue(series.find());
        form(lifter, "/plan/" + series.group(1) + "/ask", "sets=3&repetitions=8&loadCap=65&wish=" + typed("wish"));
        form(
                therapist,
                patient + "/restrictions",
                "what=" + typed("what") + "&reason=" + typed("reason") + "&exercise=overhead_press&reviewOn=" + later);
        form(therapist, patient + "/notes", "note=" + typed("private"));
        form(therapist, patient + "/statement", "statement=" + typed("statement"));
        UUID bows = RecordedSets.upload(lifter, SimulationScript.clean("good_morning", 5, 22), "trunk_movement", null);
        form(therapist, patient + "/range-of-motion", "set=" + bows + "&note=" + typed("motion"));
        form(
                therapist,
                patient + "/clearances",
                "givenOn=" + today() + "&expiresOn=" + later + "&givenBy=" + typed("surgeon") + "&scope="
                        + typed("scope"));
        String criterion = json(
                        therapist,
                        "/api/people/" + person + "/checklist",
                        "{\"criterion\":" + quoted("criterion") + "}")
                .get("id")
                .asString();
        String one = patient + "/checklist/" + criterion;
        form(therapist, one + "/evidence", "subject=note&note=" + typed("evidence"));
        form(therapist, one + "/sign", "");
        form(therapist, one + "/withdraw", "reason=" + typed("withdrawn"));
    }

    private static String quoted(String field) {
        return "\"" + text(field).replace("\"", "\\\"") + "\"";
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }

    private static void read(Visitor who, StringBuilder into, String... pages) {
        for (String path : pages) {
            HttpResponse<String> page = who.page(path);
            assertEquals(200, page.statusCode(), path);
            assertHarmless(path, page.body());
            assertTrue(
                    page.headers()
                            .firstValue("Content-Security-Policy")
                            .orElse("")
                            .startsWith("default-src 'self';"),
                    "no script of a page's own would run: " + path);
            into.append(page.body());
        }
    }
}
