package org.plumbline.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.slf4j.LoggerFactory;

/** What is secret, and what somebody says of their health, is in no line of the log: not of the product's, not of its libraries'. */
class SilentLogIT {
    private static final RunningServer SERVER = RunningServer.shared();
    private static final String MARK = "burning-7731";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger own = (Logger) LoggerFactory.getLogger("org.plumbline");
    private final AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            IThrowableProxy thrown = event.getThrowableProxy();
            lines.add(event.getFormattedMessage()
                    + event.getMDCPropertyMap()
                    + event.getKeyValuePairs()
                    + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown)));
        }
    };

    @BeforeEach
    void listen() {
        ear.setContext(root.getLoggerContext());
        ear.start();
        root.addAppender(ear);
        own.setLevel(Level.DEBUG);
    }

    @AfterEach
    void stopListening() {
        own.setLevel(null);
        root.detachAppender(ear);
    }

    @Test
    void aDayOfWorkAndOfMistakesLeavesNoSecretAndNoHealthInTheLog() {
        List<String> secrets = new ArrayList<>(List.of(MARK, "wrong-7731-word", "plumb_7731", Visitor.PASSWORD));
        Visitor lifter = SERVER.joined(Role.LIFTER);
        String me = "/api/people/" + SERVER.personOf(lifter).id();
        secrets.add(lifter.session().getValue());

        String token = RunningServer.parse(
                        lifter.post("/api/account/tokens", "{\"name\":\"" + MARK + "\",\"scopes\":[\"read\"]}")
                                .body())
                .get("secret")
                .asString();
        secrets.add(token);
        by(token);
        by("plumb_7731");
        SERVER.stranger().postForm("/sign-in", "email=nobody@example.org&password=wrong-7731-word");
        SERVER.stranger().page("/join/wrong-7731-word");

        lifter.postForm("/pain", "moment=after&score=6&places=knee:left&qualities=stiff&note=" + MARK);
        lifter.postForm("/pain", "moment=after&score=" + MARK + "&places=" + MARK);
        lifter.post(me + "/pain", "{\"score\":\"" + MARK + "\"}");
        lifter.post(me + "/pain", "{\"score\":3,\"moment\":\"" + MARK + "\",\"note\":");
        lifter.post(me + "/pain", "{\"score\":3,\"moment\":\"after\",\"note\":\"" + MARK.repeat(500) + "\"}");
        lifter.put(me + "/check-ins/today", "{\"sleep\":9,\"note\":\"" + MARK + "\"}");
        lifter.postForm("/check-in", "sleep=2&stress=4&soreness=3&note=" + MARK);
        lifter.postForm("/symptoms", "because=own&none=" + MARK);
        lifter.postForm("/log", "kind=" + MARK + "&day=" + MARK + "&minutes=" + MARK + "&note=" + MARK);
        lifter.upload(
                "/api/recordings",
                MARK + ".csv",
                ("# title: " + MARK + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        lifter.page("/pain");
        lifter.page("/people/" + MARK + "/pain?from=" + MARK);
        lifter.post("/api/live", "{\"repetitions\":2,\"exercise\":\"" + MARK + "\"}");

        LoggerFactory.getLogger("org.plumbline.heard").warn("the test hears the log");
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("the test hears the log")));
        for (String secret : secrets) {
            String small = secret.toLowerCase(Locale.ROOT);
            assertEquals(
                    List.of(),
                    lines.stream()
                            .filter(line -> line.toLowerCase(Locale.ROOT).contains(small))
                            .toList());
        }
    }

    private static void by(String token) {
        SERVER.stranger()
                .sendPlain(
                        HttpRequest.newBuilder(SERVER.address("/api/sets"))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
    }
}
