package org.plumbline.server.review;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;
import org.plumbline.server.account.Person;
import org.plumbline.server.review.chart.UsualBand;
import org.plumbline.server.start.DataDirectoryInitializer;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.training.TrainingSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A set with thousands of repetitions is shown in parts: no page reads more of it than it shows. */
class ManyRepetitionsIT {
    private static final int ALL = 5_000;
    private static final int PART = TrainingLog.MOST_AT_ONCE;
    private static final int LONGEST_PAGE = 1_000_000;

    /** Bytes of memory that a page may take; the analysis of all these repetitions alone takes more. */
    private static final long MOST_OF_ONE = 12_000_000;

    private static final long MOST_OF_A_PART = 100_000_000;

    private static RunningServer server;
    private static JdbcClient jdbc;
    private static UUID set;

    @BeforeAll
    static void aSetWithThousandsOfRepetitions() {
        server = RunningServer.start(
                "--plumbline.demo.enabled=false",
                "--spring.datasource.url=jdbc:h2:mem:many;" + DataDirectoryInitializer.DIALECT);
        jdbc = server.bean(JdbcClient.class);
        set = RecordedSets.upload(server.me(), RecordedSets.of("deadlift", 4, 5, 100.0));
        multiply();
        jdbc.sql("set query_statistics_max_entries 10000").update();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    /** The first repetition again and again, each later than the one before. */
    private static void multiply() {
        JsonMapper json = new JsonMapper();
        ObjectNode analysis = (ObjectNode) json.readTree(jdbc.sql("select analysis from training_set where id = :id")
                .param("id", set)
                .query(String.class)
                .single());
        ArrayNode repetitions = (ArrayNode) analysis.get("repetitions");
        JsonNode first = repetitions.get(0);
        double length = first.get("endS").asDouble() - first.get("startS").asDouble();
        List<Object[]> rows = new ArrayList<>();
        for (int number = repetitions.size() + 1; number <= ALL; number++) {
            ObjectNode one = (ObjectNode) first.deepCopy();
            one.put("number", number);
            one.put("startS", 1_000 + number * length);
            one.put("barBreakS", 1_000 + (number + 0.5) * length);
            one.put("endS", 1_000 + (number + 1) * length);
            repetitions.add(one);
            rows.add(new Object[] {number, one.toString(), set});
        }
        server.bean(JdbcTemplate.class)
                .batchUpdate(
                        "insert into repetition (set_id, repetition_number, completed_at, peak_flexion_deg, result,"
                                + " lumbar_flexion_curve, trunk_inclination_curve) select set_id, ?, completed_at,"
                                + " peak_flexion_deg, ?, lumbar_flexion_curve, trunk_inclination_curve from repetition"
                                + " where set_id = ? and repetition_number = 1",
                        rows);
        jdbc.sql("update training_set set analysis = :analysis where id = :id")
                .param("analysis", analysis.toString())
                .param("id", set)
                .update();
    }

    @Test
    void noPageAndNoChartReadsMoreRepetitionsThanItShows() {
        for (String path : List.of(
                "/sets/" + set,
                "/sets/" + set + "?from=2001",
                "/sets/" + set + "/chart.svg",
                "/sets/" + set + "/charts/reps.svg?from=2001",
                "/sets/" + set + "/charts/heat.svg",
                "/sets/" + set + "/charts/pace.svg",
                "/sets/" + set + "/reps/4000",
                "/sets/" + set + "/reps/4000/charts/course.svg",
                "/sets/" + set + "/reps/4000/samples.csv",
                "/api/sets/" + set + "/reps/4000")) {
            jdbc.sql("set query_statistics false").update();
            jdbc.sql("set query_statistics true").update();
            long before = allocated();
            HttpResponse<String> answer = server.get(path);
            long allocated = allocated() - before;
            assertEquals(200, answer.statusCode(), path);
            assertTrue(
                    answer.body().length() < LONGEST_PAGE,
                    path + " is " + answer.body().length() + " long");
            long most = path.endsWith("/reps/4000") ? MOST_OF_ONE : MOST_OF_A_PART;
            assertTrue(allocated < most, path + " takes " + allocated + " bytes of memory");
            long read = repetitionsRead();
            assertTrue(read > 0 && read <= PART + 1 + TrainingLog.FIRST, path + " reads " + read + " repetitions");
        }
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .sum();
    }

    /** Rows of all statements that give repetitions with what was found in them. */
    private static long repetitionsRead() {
        return jdbc.sql("select coalesce(sum(cumulative_row_count), 0) from information_schema.query_statistics"
                        + " where sql_statement like 'select%result%from repetition%'")
                .query(Long.class)
                .single();
    }

    @Test
    void thePageOfTheSetSaysWhichPartItShowsAndLeadsToTheOthers() {
        String first = server.me().page("/sets/" + set).body();
        assertTrue(first.contains("This set has 5,000 reps, more than one page holds."), first);
        assertTrue(first.contains("of reps 1 to 200."), first);
        assertTrue(first.contains("Reps 1–200 of 5,000: "), "the headline too");
        assertTrue(first.contains("/sets/" + set + "?from=201\""), first);
        assertFalse(first.contains("rel=\"prev\""), first);
        assertEquals(PART, count(first, "<td role=\"cell\" class=\"n rep-no\">"));

        String last = server.me().page("/sets/" + set + "?from=4901").body();
        assertTrue(last.contains("of reps 4,901 to 5,000."), last);
        assertTrue(last.contains("/sets/" + set + "?from=4701\""), last);
        assertTrue(last.contains("chart.svg?theme=light&amp;size=wide&amp;from=4901"), "its charts are of it");
        assertFalse(last.contains("rel=\"next\""), last);

        for (String none : List.of("5001", "0", "-1")) {
            assertEquals(404, server.get("/sets/" + set + "?from=" + none).statusCode(), none);
        }
    }

    @Test
    void thePageOfARepetitionLeadsToThoseBesideIt() {
        String page = server.me().page("/sets/" + set + "/reps/4000").body();
        assertTrue(page.contains("/reps/3999\"") && page.contains("/reps/4001\""), page);
        assertTrue(page.contains("before 40 others of its set"), page);
        assertEquals(404, server.get("/sets/" + set + "/reps/5001").statusCode());
    }

    @Test
    void aShortSetIsShownWholeAndSaysNothingOfParts() {
        UUID few = RecordedSets.upload(server.me(), RecordedSets.of("deadlift", 3, 6, 100.0));
        String page = server.me().page("/sets/" + few).body();
        assertFalse(page.contains("id=\"part\""), page);
        assertFalse(page.contains("from="), page);
        assertEquals(3, count(page, "<td role=\"cell\" class=\"n rep-no\">"));
    }

    @Test
    void aPartIsHeldAgainstTheFirstRepetitionsOfItsSetAndNotAgainstItsOwn() {
        jdbc.sql("update repetition set lumbar_flexion_curve = trunk_inclination_curve where set_id = :set"
                        + " and repetition_number > 3000")
                .param("set", set)
                .update();
        ChartedSets sets = server.bean(ChartedSets.class);
        TrainingSet stored = server.bean(TrainingLog.class).find(set).orElseThrow();
        Person me = server.personOf(server.me());
        UsualBand first = Objects.requireNonNull(sets.of(stored, 1, me).usual());
        UsualBand later = Objects.requireNonNull(sets.of(stored, 3001, me).usual());
        assertArrayEquals(first.highDeg(), later.highDeg(), "“your first reps” are those of the set");
    }

    @Test
    void whatChangedIsSaidFarIntoALongSetToo() {
        JsonMapper json = new JsonMapper();
        ObjectNode usual = result(1);
        for (int number = 1; number <= 3; number++) {
            put(((ObjectNode) usual.deepCopy()).put("number", number));
        }
        String twist = Metric.AXIAL_ROTATION_RANGE.jsonName();
        double twistDeg = usual.get("metrics").get(twist).asDouble();
        for (int number : List.of(4201, 4202)) {
            ObjectNode changed = result(number);
            ((ObjectNode) changed.get("metrics")).put(twist, twistDeg + 11);
            if (number == 4202) {
                double index = 2.2;
                ((ObjectNode) changed.get("metrics")).put(Metric.FORM_DRIFT_INDEX.jsonName(), index);
                changed.putArray("flags")
                        .add(json.valueToTree(new FormFlag(
                                FlagName.FORM_BREAKDOWN,
                                2,
                                Metric.FORM_DRIFT_INDEX.jsonName(),
                                index,
                                1,
                                "×",
                                changed.get("endS").asDouble(),
                                Confidence.MEDIUM,
                                4)));
            }
            put(changed);
        }
        for (String path : List.of("/sets/" + set + "?from=4202", "/sets/" + set + "/reps/4202")) {
            String page = server.me().page(path).body();
            assertTrue(page.contains("hanged in form: ") && page.contains("(counts from "), path + page);
        }
    }

    private static ObjectNode result(int number) {
        return (ObjectNode) new JsonMapper()
                .readTree(jdbc.sql("select result from repetition where set_id = :set and repetition_number = :number")
                        .param("set", set)
                        .param("number", number)
                        .query(String.class)
                        .single());
    }

    private static void put(ObjectNode result) {
        jdbc.sql("update repetition set result = :result where set_id = :set and repetition_number = :number")
                .param("result", result.toString())
                .param("set", set)
                .param("number", result.get("number").asInt())
                .update();
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
