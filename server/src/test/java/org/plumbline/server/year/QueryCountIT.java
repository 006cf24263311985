package org.plumbline.server.year;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A page asks the database as often for a house with many sets as for one with few: what is asked once for each row would be
 * quick here and slow after a year. The embedded database counts the statements itself.
 */
class QueryCountIT {
    /** Nothing that is shown may take more, however little of it there is. */
    private static final long MOST_STATEMENTS = 70;

    private static final List<String> OF_A_LIFTER = List.of(
            "/today",
            "/sets",
            "/progress",
            "/log",
            "/pain",
            "/plan",
            "/account",
            "/account/reads",
            "/api/sets?limit=200");
    private static final List<String> OF_A_COACH = List.of(
            "/board",
            "/roster",
            "/queue",
            "/people/{id}",
            "/people/{id}/sets",
            "/people/{id}/progress",
            "/people/{id}/compare",
            "/people/{id}/log");
    private static final List<String> OF_A_THERAPIST =
            List.of("/patients", "/patients/{id}", "/patients/{id}/adherence", "/people/{id}/pain");

    @Test
    void noPageAsksMoreOftenWhereThereIsMore() {
        try (RunningServer server =
                RunningServer.start("--plumbline.demo.enabled=false", "--spring.datasource.url=" + inMemory())) {
            JdbcClient jdbc = server.bean(JdbcClient.class);
            jdbc.sql("set query_statistics_max_entries 10000").update();
            jdbc.sql("set query_statistics true").update();
            Map<Visitor, List<String>> pages = new LinkedHashMap<>();
            Visitor lifter = server.joined(Role.LIFTER);
            Visitor coach = server.joined(Role.COACH);
            Visitor therapist = server.joined(Role.THERAPIST);
            pages.put(lifter, OF_A_LIFTER);
            pages.put(coach, OF_A_COACH);
            pages.put(therapist, OF_A_THERAPIST);
            pages.put(server.me(), List.of("/administration"));
            Person known = server.personOf(lifter);
            YearOfData year = new YearOfData(server, 2, 1);

            year.fill(2, known, server.personOf(coach), server.personOf(therapist), 2);
            Map<String, Long> few = counts(jdbc, pages, known);
            year.fill(5, known, server.personOf(coach), server.personOf(therapist), 4);
            Map<String, Long> many = counts(jdbc, pages, known);

            assertEquals(few, many);
            few.forEach((page, count) -> {
                assertTrue(count > 0, page + " was counted");
                assertTrue(count <= MOST_STATEMENTS, page + " asks " + count + " times");
            });
        }
    }

    private static String inMemory() {
        return "jdbc:h2:mem:counted;" + org.plumbline.server.start.DataDirectoryInitializer.DIALECT;
    }

    private static Map<String, Long> counts(JdbcClient jdbc, Map<Visitor, List<String>> pages, Person known) {
        Map<String, Long> counts = new LinkedHashMap<>();
        pages.forEach((visitor, paths) -> paths.forEach(path -> {
            String filled = path.replace("{id}", known.id().toString());
            // what is kept from the first time is not asked again
            int status = visitor.get(filled).statusCode();
            assertEquals(200, status, path);
            long before = statements(jdbc);
            visitor.get(filled);
            counts.put(path, statements(jdbc) - before);
        }));
        return counts;
    }

    private static long statements(JdbcClient jdbc) {
        return jdbc.sql("select coalesce(sum(execution_count), 0) from information_schema.query_statistics"
                        + " where sql_statement not like '%query_statistics%'")
                .query(Long.class)
                .single();
    }
}
