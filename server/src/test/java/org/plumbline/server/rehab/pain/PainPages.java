package org.plumbline.server.rehab.pain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;

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
}
