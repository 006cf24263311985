package org.plumbline.server.rehab.pain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of pain do on its pages again and again. */
final class PainPages {
    static final RunningServer SERVER = RunningServer.shared();
    static final String NONE = "none=emergency&none=urgent&none=routine";

    private PainPages() {}

    static String answered(Visitor lifter, String form) {
        return lifter.page(redirectOf(lifter.postForm("/symptoms", "because=own&" + form)))
                .body();
    }

    static String api(Visitor visitor, String what) {
        return "/api/people/" + SERVER.personOf(visitor).id() + "/" + what;
    }

    static String redirectOf(HttpResponse<String> answer) {
        assertEquals(302, answer.statusCode(), answer.body());
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("https?://[^/]+", "");
    }

    static void beginAnyway(Visitor lifter, String set) {
        Matcher answers = Pattern.compile("name=\"anyway\" value=\"([^\"]+)\"")
                .matcher(lifter.postForm("/start", set).body());
        StringBuilder all = new StringBuilder(set);
        while (answers.find()) {
            all.append("&anyway=").append(answers.group(1));
        }
        assertTrue(redirectOf(lifter.postForm("/start", all.toString())).endsWith("/live"));
        stop(lifter);
    }

    static void stop(Visitor lifter) {
        lifter.postForm("/live/" + lifter.json("/api/live").get("set").asString() + "/stop", "");
    }

    /** A set of real sensors, as it stands in the log once it is over. */
    static UUID liftedAt(UUID lifter, Instant when) {
        JdbcClient jdbc = SERVER.bean(JdbcClient.class);
        OffsetDateTime at = when.atOffset(ZoneOffset.UTC);
        UUID session = UUID.randomUUID();
        UUID set = UUID.randomUUID();
        jdbc.sql("insert into training_session (id, lifter_id, started_at) values (?, ?, ?)")
                .params(session, lifter, at)
                .update();
        jdbc.sql(
                        "insert into training_set (id, session_id, lifter_id, exercise, source, demo, simulated, state, started_at,"
                                + " recording_header) values (?, ?, ?, 'deadlift', 'sensors', false, false, 'finished', ?, '{}')")
                .params(set, session, lifter, at)
                .update();
        return set;
    }
}
