package org.plumbline.server.review;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was doubted of repetitions by an earlier version, which stored sentences, and by this one, which stores names. */
class StoredDoubtsIT {
    private static final String ANGLES = "The sensors' angles are uncertain.";

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.start("--plumbline.demo.enabled=false");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void whatIsDoubtedOfEveryRepetitionIsSaidOnceWhicheverVersionStoredIt() {
        UUID set = RecordedSets.upload(server.me(), RecordedSets.of("deadlift", 3, 5, 100.0));
        JdbcClient jdbc = server.bean(JdbcClient.class);
        jdbc.sql("update repetition set result = replace(result, '\"good\",\"reasons\":[]',"
                        + " '\"fair\",\"reasons\":[\"The sensors'' angles are uncertain.\"]') where set_id = :set")
                .param("set", set)
                .update();
        jdbc.sql(
                        "update repetition set result = replace(result, '[\"The sensors'' angles are uncertain.\"]',"
                                + " '[\"MISSING_SAMPLES\",\"UNCERTAIN_ANGLES\"]') where set_id = :set and repetition_number = 2")
                .param("set", set)
                .update();

        String page = shown("/sets/" + set);
        assertTrue(page.contains("Of every rep: " + ANGLES), page);
        assertFalse(page.replace("Of every rep: " + ANGLES, "").contains(ANGLES), page);
        assertTrue(page.contains("Samples are missing."), page);
        assertTrue(shown("/sets/" + set + "/reps/1").contains(ANGLES));
        String second = shown("/sets/" + set + "/reps/2");
        assertTrue(second.contains(ANGLES) && second.contains("Samples are missing."), second);
    }

    private static String shown(String path) {
        return server.page(path).body().replace("&#39;", "'");
    }
}
