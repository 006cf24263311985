package org.plumbline.server.year;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.account.Person;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.SessionSums;
import org.plumbline.server.training.Effort;
import org.plumbline.server.training.NewSet;
import org.plumbline.server.training.PastSets;
import org.plumbline.server.training.SetSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills the database of a server with a year of lifting: three sessions a week of fifteen sets for each lifter. A few sets are
 * simulated and analysed by the real line; the others are copies of their rows with other loads, times and form.
 *
 * <p>Every set has its summary and its flags. Repetitions with their courses stand only for the last weeks, raw samples only
 * for the newest set of each lifter: lists do not read them, and the disk of a gym would have room for them, a test's may not.
 */
final class YearOfData {
    static final int SETS_A_SESSION = 15;
    private static final int[] TRAINING_DAYS = {0, 2, 4};
    private static final int ROWS_AT_ONCE = 2_000;
    private static final int EXERCISES_A_SESSION = 3;

    private final RunningServer server;
    private final JdbcTemplate jdbc;
    private final int weeks;
    private final int weeksWithRepetitions;
    private final Random random = new Random(7);
    private final Map<String, Batch> batches = new LinkedHashMap<>();
    private int made;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    YearOfData(RunningServer server, int weeks, int weeksWithRepetitions) {
        this.server = server;
        this.jdbc = server.bean(JdbcTemplate.class);
        this.weeks = weeks;
        this.weeksWithRepetitions = weeksWithRepetitions;
    }

    /** The rows of one analysed set, by table. */
    private record Template(Map<String, List<Map<String, Object>>> rows) {}

    private record Trainee(UUID id, double strengthKg) {}

    /** Rows on their way to a table. */
    private static final class Batch {
        private final String sql;
        private final List<Object[]> rows = new ArrayList<>();

        Batch(String table, Map<String, Object> first) {
            sql = "insert into " + table + " (" + String.join(", ", first.keySet()) + ") values ("
                    + "?, ".repeat(first.size() - 1) + "?)";
        }
    }

    /**
     * Adds a year to the known lifter and so many lifters with theirs, and shares all of them with the viewers. May be done
     * again, for more of the same.
     *
     * @param patients how many of them the therapist looks after
     */
    void fill(int lifters, Person known, Person coach, Person therapist, int patients) {
        List<Template> templates = templates(known);
        boolean again = made > 0;
        List<Trainee> trainees = new ArrayList<>();
        for (int i = 0; i < lifters; i++) {
            UUID lifter = i == 0 ? known.id() : person(made + i);
            if (i > 0 || !again) {
                join(lifter, coach, therapist, i < patients);
            }
            trainees.add(new Trainee(lifter, 40 + 80 * random.nextDouble()));
        }
        // as it happens: a day's rows of all lifters lie side by side, a lifter's year lies all over the tables
        for (int week = weeks; week >= 1; week--) {
            for (int day : TRAINING_DAYS) {
                for (Trainee trainee : trainees) {
                    session(trainee, week, day, templates);
                }
            }
            for (Trainee trainee : trainees) {
                walk(trainee.id(), week);
            }
        }
        made += lifters;
        batches.values().forEach(this::write);
        SessionSums.write(server.bean(JdbcClient.class));
    }

    private void join(UUID lifter, Person coach, Person therapist, boolean patient) {
        share(lifter, coach.id(), "form");
        if (patient) {
            for (String kind : List.of("form", "pain", "rehab")) {
                share(lifter, therapist.id(), kind);
            }
            patient(lifter, therapist.id());
        }
    }

    private List<Template> templates(Person lifter) {
        PastSets sets = server.bean(PastSets.class);
        List<SimulationScript> scripts = List.of(
                SimulationScript.clean("deadlift", 5, 1),
                SimulationScript.clean("squat", 5, 2),
                SimulationScript.clean("row", 5, 3),
                SimulationScript.clean("deadlift", 5, 4).with(new SimulatedFault.Rounding(4, 10)),
                SimulationScript.clean("squat", 5, 5).with(new SimulatedFault.Tuck(4, 10)),
                SimulationScript.clean("row", 5, 6).with(new SimulatedFault.Twist(3, 12)));
        Instant longAgo = today.minusWeeks(weeks + 1L).atTime(17, 0).toInstant(ZoneOffset.UTC);
        UUID session = sets.beginSession(lifter, longAgo);
        List<Template> templates = new ArrayList<>();
        for (SimulationScript script : scripts) {
            SimulatedWearable wearable = new SimulatedWearable(script);
            RecordingHeader header =
                    new RecordingHeader(null, script.exercise(), null, 60.0, wearable.sensors(), List.of(), Map.of());
            NewSet plan = new NewSet(script.exercise(), null, SetSource.SENSORS, false, false, 60.0, header);
            UUID id = sets.keep(
                    lifter, session, new PastSets.PastSet(plan, longAgo, new Effort(8.0, null), null), wearable::next);
            Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
            rows.put("training_set", jdbc.queryForList("select * from training_set where id = ?", id));
            for (String table : List.of("set_summary", "set_effort", "form_flag", "repetition", "sample_chunk")) {
                rows.put(table, jdbc.queryForList("select * from " + table + " where set_id = ?", id));
            }
            templates.add(new Template(rows));
        }
        return templates;
    }

    private void session(Trainee trainee, int week, int day, List<Template> templates) {
        LocalDate date = today.minusWeeks(week).plusDays(day);
        Instant begin = date.atTime(17, 0).plusMinutes(random.nextInt(120)).toInstant(ZoneOffset.UTC);
        UUID session = UUID.randomUUID();
        add("training_session", Map.of("id", session, "lifter_id", trainee.id(), "started_at", at(begin)));
        for (int set = 0; set < SETS_A_SESSION; set++) {
            boolean newest = week == 1 && day == TRAINING_DAYS[2] && set == SETS_A_SESSION - 1;
            int exercise = set / (SETS_A_SESSION / EXERCISES_A_SESSION);
            // one set in eight has a repetition to look at
            Template template = templates.get(exercise + (random.nextInt(8) == 0 ? EXERCISES_A_SESSION : 0));
            double load = Math.round(trainee.strengthKg() * (1 + 0.2 * (weeks - week) / weeks) / 2.5) * 2.5;
            copy(
                    template,
                    new Copied(
                            trainee.id(),
                            session,
                            begin.plus(3L * set, ChronoUnit.MINUTES),
                            load,
                            week <= weeksWithRepetitions,
                            newest));
        }
    }

    private void walk(UUID lifter, int week) {
        add(
                "activity",
                row(
                        "id",
                        UUID.randomUUID(),
                        "lifter_id",
                        lifter,
                        "kind",
                        "walking",
                        "done_on",
                        today.minusWeeks(week).plusDays(1),
                        "minutes",
                        20 + random.nextInt(40),
                        "entered_at",
                        at(Instant.now())));
    }

    private record Copied(
            UUID lifter, UUID session, Instant startedAt, double loadKg, boolean repetitions, boolean samples) {}

    private void copy(Template template, Copied to) {
        UUID id = UUID.randomUUID();
        for (Map.Entry<String, List<Map<String, Object>>> table :
                template.rows().entrySet()) {
            String name = table.getKey();
            boolean left =
                    name.equals("repetition") && !to.repetitions() || name.equals("sample_chunk") && !to.samples();
            for (Map<String, Object> from : left ? List.<Map<String, Object>>of() : table.getValue()) {
                Map<String, Object> row = new LinkedHashMap<>(from);
                row.replace("id", id);
                row.replace("set_id", id);
                row.replace("lifter_id", to.lifter());
                row.replace("session_id", to.session());
                row.replace("started_at", at(to.startedAt()));
                row.replace("ended_at", at(to.startedAt().plusSeconds(70)));
                row.replace("completed_at", at(to.startedAt().plusSeconds(40)));
                row.replace("said_at", at(to.startedAt().plusSeconds(100)));
                row.replace("load_kg", to.loadKg());
                if (name.equals("training_set") && !to.repetitions()) {
                    row.replace("analysis", null);
                }
                for (String angle : List.of("peak_flexion_median_deg", "peak_flexion_worst_deg", "twist_worst_deg")) {
                    row.computeIfPresent(angle, (column, deg) -> ((Number) deg).doubleValue() + random.nextGaussian());
                }
                add(name, row);
            }
        }
    }

    private UUID person(int number) {
        UUID id = UUID.randomUUID();
        add(
                "person",
                row(
                        "id",
                        id,
                        "name",
                        "Lifter " + number,
                        "load_unit",
                        "kg",
                        "sample",
                        false,
                        "created_at",
                        at(Instant.now()),
                        "email",
                        "lifter-of-the-year-" + number + "@example.org",
                        "password_hash",
                        "{noop}nobody",
                        "roles",
                        "lifter"));
        // everything else refers to it
        write(batches.get("person"));
        return id;
    }

    private void share(UUID owner, UUID viewer, String kind) {
        add(
                "record_share",
                row(
                        "id",
                        UUID.randomUUID(),
                        "owner_id",
                        owner,
                        "viewer_id",
                        viewer,
                        "kind",
                        kind,
                        "granted_at",
                        at(Instant.now())));
    }

    /** Somebody with pain twice a week, a check-in before each session and two exercises prescribed. */
    private void patient(UUID lifter, UUID therapist) {
        for (int day = 7 * weeks; day >= 1; day -= 3) {
            LocalDate date = today.minusDays(day);
            add(
                    "pain_entry",
                    row(
                            "id",
                            UUID.randomUUID(),
                            "lifter_id",
                            lifter,
                            "said_at",
                            at(date.atTime(18, 0).toInstant(ZoneOffset.UTC)),
                            "on_day",
                            date,
                            "moment",
                            "after",
                            "score",
                            random.nextInt(6),
                            "places",
                            "lower_back:middle",
                            "qualities",
                            "",
                            "painkiller",
                            false));
            add(
                    "check_in",
                    row(
                            "id",
                            UUID.randomUUID(),
                            "lifter_id",
                            lifter,
                            "on_day",
                            date,
                            "sleep",
                            1 + random.nextInt(5),
                            "stress",
                            1 + random.nextInt(5),
                            "soreness",
                            1 + random.nextInt(5),
                            "painkiller",
                            false,
                            "said_at",
                            at(date.atTime(16, 0).toInstant(ZoneOffset.UTC))));
        }
        for (String exercise : List.of("deadlift", "squat")) {
            add(
                    "prescription",
                    row(
                            "id",
                            UUID.randomUUID(),
                            "person_id",
                            lifter,
                            "therapist_id",
                            therapist,
                            "series_id",
                            UUID.randomUUID(),
                            "version",
                            1,
                            "exercise",
                            exercise,
                            "sets",
                            3,
                            "repetitions",
                            5,
                            "times_a_week_least",
                            2,
                            "times_a_week_most",
                            3,
                            "phase",
                            "supervised",
                            "starts_on",
                            today.minusWeeks(weeks),
                            "written_at",
                            at(Instant.now())));
        }
    }

    private static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }

    /** In the order in which tables were first written to, which is that of their references. */
    private void add(String table, Map<String, Object> row) {
        Batch batch = batches.computeIfAbsent(table, name -> new Batch(name, row));
        batch.rows.add(row.values().toArray());
        if (batch.rows.size() >= ROWS_AT_ONCE) {
            for (Batch one : batches.values()) {
                write(one);
            }
        }
    }

    private void write(Batch batch) {
        if (!batch.rows.isEmpty()) {
            jdbc.batchUpdate(batch.sql, batch.rows);
            batch.rows.clear();
        }
    }

    private static java.time.OffsetDateTime at(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
