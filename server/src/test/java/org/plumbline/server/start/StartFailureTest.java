package org.plumbline.server.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;

/** What is said where a server with a database of its own does not start; other reasons are tried where they happen. */
class StartFailureTest {
    private static String said(SQLException why) {
        return StartFailure.sentence(new BeanCreationException("flyway", why));
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsToBeStarted() {
        SQLException unreached = new SQLException("Connection to db:5432 refused.", "08001");
        unreached.initCause(new ConnectException("Connection refused"));
        assertEquals(
                "The database does not answer: Connection refused. Start it, or check the address in --spring.datasource.url;"
                        + " then start this server again.",
                said(unreached));
        assertTrue(said(new SQLException("FATAL: the database system is starting up", "57P03"))
                .contains("does not answer"));
    }

    @Test
    void aDatabaseThatKnowsNoSuchUserPasswordOrNameIsToBeNamedRightly() {
        for (String state : new String[] {"28000", "28P01", "3D000"}) {
            assertTrue(said(new SQLException("FATAL: no", state)).contains("its user and its password"), state);
        }
    }

    @Test
    void ofAnotherFailureTheSettingsAreSpokenOfAndADatabaseFileOnlyWhereItIsOne() {
        assertEquals(
                "syntax error. Check the settings given. --debug shows all there is.",
                said(new SQLException("syntax error", "42601")));
        String file = said(new SQLException("General error: \"broken\" [50000-240]", "HY000"));
        assertTrue(file.contains("--plumbline.data-dir"), file);
    }
}
