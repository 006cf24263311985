package org.plumbline.server.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A database file that lost its end, as a disk or a copy that fails leaves it: whether it is told before it is written to. */
class DatabaseFileTest {
    private static final long SEED = 7;
    private static final int ROWS = 60;

    @TempDir
    static Path folder;

    private static byte[] closed;
    private static byte[] killed;
    private static byte[] reopened;

    @BeforeAll
    static void fill() throws SQLException, IOException {
        Path made = Files.createDirectory(folder.resolve("made"));
        try (Connection connection = DriverManager.getConnection(url(made));
                Statement statement = connection.createStatement()) {
            // the heads are written when a file that was closed is opened again
            statement.execute("create table \"flyway_schema_history\" (\"version\" varchar, \"installed_rank\" int,"
                    + " \"success\" boolean)");
            statement.execute("create table person (id int)");
            statement.execute("insert into person values (1)");
            statement.execute("create table training_set (id int)");
            statement.execute("create table sample_chunk (sample_count int, payload bytea)");
            statement.execute("create table sample (id int generated always as identity, payload bytea)");
        }
        try (Connection connection = DriverManager.getConnection(url(made))) {
            insert(connection);
            killed = Files.readAllBytes(file(made));
            insert(connection);
        }
        closed = Files.readAllBytes(file(made));
        try (Connection connection = DriverManager.getConnection(url(made))) {
            insert(connection);
            // by then the head names a state that the file had when it was opened
            reopened = Files.readAllBytes(file(made));
        }
    }

    /** As sets do: each row reaches the file by itself. */
    private static void insert(Connection connection) throws SQLException {
        Random random = new Random(SEED);
        try (PreparedStatement row = connection.prepareStatement("insert into sample (payload) values (?)");
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < ROWS; i++) {
                byte[] payload = new byte[20_000];
                random.nextBytes(payload);
                row.setBytes(1, payload);
                row.execute();
                statement.execute("checkpoint sync");
            }
        }
    }

    static Stream<Arguments> cuts() {
        return Stream.of(0.003, 0.02, 0.1, 0.33, 0.5, 0.66, 0.9, 0.99)
                .map(share -> (long) (closed.length * share))
                .flatMap(bytes -> Stream.of(bytes, bytes / 4096 * 4096))
                .flatMap(bytes -> Stream.of(bytes, closed.length - 1L, closed.length - 4096L))
                .distinct()
                .map(Arguments::of);
    }

    @Test
    void aStartOnAFullDiskIsToldToMakeRoomAndNotToPutABackupBack() {
        Exception failure = new IllegalStateException(
                "Error creating bean",
                new SQLException(
                        "The database has been closed [90098-240]",
                        "90098",
                        90098,
                        new IOException("No space left on device")));
        String said = DatabaseFile.explain(failure, folder, null).orElseThrow();
        assertTrue(said.contains("No space left on device") && said.contains("Make room, then start again"), said);
        assertFalse(said.contains("restore") || said.contains("anew"), said);
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void aClosedFileThatLostItsEndIsRefusedAndNotTouched(long bytes) throws IOException {
        Path data = directory("closed-" + bytes);
        byte[] cut = Arrays.copyOf(closed, Math.toIntExact(bytes));
        Files.write(file(data), cut);

        String said = refusal(data, true, true).orElseThrow();

        assertTrue(said.contains("cannot be read (it is cut short or broken"), said);
        assertTrue(said.contains("Nothing was changed."), said);
        assertArrayEquals(cut, Files.readAllBytes(file(data)));
        assertOnlyTheFileIsIn(data);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.02, 0.1, 0.33, 0.66, 0.9, 0.99, 1})
    void aFileOfAServerThatWasKilledIsOpenedAsOfOneMomentOrRefused(double share) throws Exception {
        Path data = directory("killed-" + share);
        byte[] cut = Arrays.copyOf(killed, (int) (killed.length * share));
        Files.write(file(data), cut);

        Optional<String> refused = refusal(data, true, true);

        assertArrayEquals(cut, Files.readAllBytes(file(data)));
        assertOnlyTheFileIsIn(data);
        if (share == 1) {
            assertEquals(Optional.empty(), refused, "after a kill the server starts");
            assertTrue(DatabaseFile.look(data, null, DatabaseFile.Wish.GO_ON, true)
                    .remark()
                    .orElseThrow()
                    .contains("was not closed in order"));
            assertEquals(ROWS, rows(data));
        } else if (refused.isEmpty()) {
            long there = rows(data);
            assertTrue(there < ROWS, there + " rows");
            assertEquals(there, lastRow(data), "all from the first to the last, with none left out");
        }
    }

    @Test
    void afterAPowerCutItGoesOnFromWhatReachedTheDiskSecondsBefore() throws Exception {
        Path data = directory("power");
        byte[] cut = Arrays.copyOf(reopened, reopened.length / 2);
        Files.write(file(data), cut);

        DatabaseFile.Standing standing = DatabaseFile.look(data, null, DatabaseFile.Wish.GO_ON, true);

        assertEquals(Optional.empty(), standing.refusal());
        assertTrue(standing.remark().orElseThrow().contains("lost its power"));
        assertTrue(standing.goesBack().isPresent(), "a copy is kept");
        assertTrue(rows(data) > 0);
    }

    @Test
    void aPauseBeforeThePowerCutIsNotTakenForTimeThatIsLost() throws Exception {
        Path data = directory("pause");
        Files.write(file(data), Arrays.copyOf(reopened, reopened.length / 2));
        Files.setLastModifiedTime(file(data), FileTime.from(Instant.now().plus(Duration.ofHours(2))));

        assertEquals(Optional.empty(), refusal(data, true, true));
    }

    @Test
    void whatAKilledServerWroteLastIsTheMomentItGoesOnFrom() throws Exception {
        Path data = directory("last");
        Files.write(file(data), killed);
        try (Connection connection = DriverManager.getConnection(url(data));
                Statement statement = connection.createStatement()) {
            Instant before = nextTick();
            statement.execute("insert into sample (payload) values (X'01')");
            statement.execute("checkpoint");
            byte[] now = Files.readAllBytes(file(data));
            Path later = directory("last-killed");
            Files.write(file(later), now);
            Instant until =
                    DatabaseFileProbe.look(file(later)).orElseThrow().until().orElseThrow();
            assertFalse(until.isBefore(before), until + " is not before " + before);
        }
    }

    /** The file tells times in milliseconds: whatever was written up to now is before this. */
    private static Instant nextTick() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Instant next = now;
        while (!next.isAfter(now)) {
            next = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        }
        return next;
    }

    @Test
    void aFolderInThePlaceOfTheFileIsRefusedInWords() throws IOException {
        Path data = directory("folder");
        Files.createDirectories(file(data));
        String said = refusal(data, true, true).orElseThrow();
        assertTrue(said.contains("cannot be read (it is no file). Nothing was changed."), said);
    }

    @Test
    void moreThanAMachineLosesWithItsPowerIsNotGoneOnFromUnasked() {
        Instant until = Instant.parse("2026-11-23T01:00:00Z");
        assertTrue(lostPower(false, 5_000, until, until.plusSeconds(30)), "seconds of a busy gym");
        assertTrue(lostPower(false, 300, until, until.plusSeconds(7_200)), "nobody lifted before");
        assertFalse(lostPower(false, 301, until, until.plusSeconds(61)), "cut later");
        assertFalse(lostPower(false, 301, until, until.minusSeconds(61)), "the clock once ran ahead");
        assertFalse(lostPower(true, 1, until, until), "a file that was closed has nothing on its way");
    }

    private static boolean lostPower(boolean inOrder, long lost, Instant until, Instant written) {
        return DatabaseFile.lostPower(
                new DatabaseFileProbe.Found(inOrder, false, lost, Optional.of(until), true), written);
    }

    @Test
    void aFileThatWasCutShortIsGoneOnFromWhereSomebodyWishesToGoBack() throws Exception {
        Path data = directory("back");
        byte[] cut = Arrays.copyOf(closed, closed.length / 2);
        Files.write(file(data), cut);

        String said = refusal(data, true, true).orElseThrow();
        assertTrue(said.contains("it is cut short or broken"), said);
        assertTrue(said.contains("--plumbline.go-back=true"), said);
        assertArrayEquals(cut, Files.readAllBytes(file(data)));

        DatabaseFile.Standing back = DatabaseFile.look(data, null, DatabaseFile.Wish.GO_BACK, true);
        assertEquals(Optional.empty(), back.refusal());
        assertTrue(back.goesBack().isPresent());
        Path kept = DatabaseFile.keep(data, Clock.systemUTC());
        assertArrayEquals(cut, Files.readAllBytes(kept));
        assertTrue(rows(data) > 0);
    }

    @Test
    void aFileThatWasClosedInOrderIsOpened() throws Exception {
        Path data = directory("whole");
        Files.write(file(data), closed);
        assertEquals(Optional.empty(), refusal(data, true, true));
        assertArrayEquals(closed, Files.readAllBytes(file(data)));
        assertEquals(2 * ROWS, rows(data));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8192, 12288})
    void aFirstStartThatWasKilledAmidMakingItsTablesBeginsAnew(int bytes) throws IOException {
        Path data = directory("first-" + bytes);
        DatabaseFile.makeIfMissing(data, url(data));
        Files.write(file(data), Arrays.copyOf(closed, bytes));

        DatabaseFile.Standing first = DatabaseFile.look(data, null, DatabaseFile.Wish.GO_ON, false);

        assertEquals(Optional.empty(), first.refusal());
        assertTrue(first.beginsAnew());
        Path kept = DatabaseFile.putAside(data, Clock.systemUTC());
        assertEquals(bytes, Files.size(kept));
        Path used = directory("used-" + bytes);
        Files.write(file(used), Arrays.copyOf(closed, bytes));
        assertTrue(refusal(used, true, true).isPresent(), "a server ran here before");
        assertFalse(Files.exists(file(data)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8192, 12288})
    void aBrokenCopyOfAnotherPlacesFileIsNotTakenForAFirstStart(int bytes) throws IOException {
        Path data = directory("copied-" + bytes);
        Files.write(file(data), Arrays.copyOf(closed, bytes));

        String said = refusal(data, false, false).orElseThrow();

        assertTrue(said.contains("Nothing was changed."), said);
        assertEquals(bytes, Files.size(file(data)));
    }

    @Test
    void aStartThatCameToItsEndIsNoBeginning() throws IOException {
        Path data = directory("begun");
        DatabaseFile.makeIfMissing(data, url(data));
        DatabaseFile.begun(data);
        Files.write(file(data), Arrays.copyOf(closed, 8192));
        assertTrue(refusal(data, false, false).isPresent());
    }

    @Test
    void anEmptyDatabaseIsNotTakenForTheOneThatWas() throws Exception {
        Path data = directory("empty");
        DriverManager.getConnection(url(data)).close();
        byte[] empty = Files.readAllBytes(file(data));

        assertTrue(refusal(data, true, true).orElseThrow().contains("it holds none of what a server keeps"));
        assertArrayEquals(empty, Files.readAllBytes(file(data)));
        assertEquals(Optional.empty(), refusal(data, true, false), "the first start was killed");
        assertEquals(Optional.empty(), refusal(data, false, true), "to begin anew was said");
        Files.writeString(data.resolve("erased"), "somebody\n");
        assertTrue(refusal(data, true, false).isPresent(), "nobody is erased where nobody was");
    }

    private static Optional<String> refusal(Path data, boolean mustBeThere, boolean hadDatabase) {
        DatabaseFile.Wish wish = mustBeThere ? DatabaseFile.Wish.GO_ON : DatabaseFile.Wish.BEGIN_ANEW;
        return DatabaseFile.look(data, null, wish, hadDatabase).refusal();
    }

    private static Path directory(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    private static Path file(Path data) {
        return data.resolve("plumbline.mv.db");
    }

    private static String url(Path data) {
        return "jdbc:h2:file:" + data.resolve("plumbline")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;TRACE_LEVEL_FILE=0";
    }

    private static long rows(Path data) throws SQLException {
        return number(data, "select count(*) from sample");
    }

    private static long lastRow(Path data) throws SQLException {
        return number(data, "select coalesce(max(id), 0) from sample");
    }

    private static long number(Path data, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(data));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void assertOnlyTheFileIsIn(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            assertEquals(1, files.count(), "nothing is left beside it");
        }
    }
}
