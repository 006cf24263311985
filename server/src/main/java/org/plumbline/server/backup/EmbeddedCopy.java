package org.plumbline.server.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.ErasedPages;
import org.plumbline.server.storage.EmbeddedDatabase;
import org.plumbline.server.storage.FullDisk;
import org.plumbline.server.storage.PatientFilePath;

/**
 * Makes and reads copies of the embedded database with its own {@code BACKUP TO}: it copies the file while the database is in
 * use, and what is in the copy is what was committed at one moment.
 */
final class EmbeddedCopy {
    /** Name of the database file, in the data directory and in a backup. */
    static final String FILE = ErasedPages.DATABASE_FILE;

    /** Ends the name of a copy until it is whole. */
    static final String WRITTEN = ".part";

    /** Ends the name of the folder in which it is tried. */
    static final String TRIED = ".tried";

    private EmbeddedCopy() {}

    /** A copy that cannot be put back: what it was made of is broken, or the disk it stands on. The message says why. */
    static final class UnreadableCopyException extends IOException {
        private static final long serialVersionUID = 1L;

        private UnreadableCopyException(String message, @Nullable Exception why) {
            super(message, why);
        }

        private static UnreadableCopyException of(Exception why) {
            String said = EmbeddedDatabase.firstWords(why);
            boolean broken = EmbeddedDatabase.unopened(why).isPresent();
            return new UnreadableCopyException(
                    broken ? "the database in it is cut short or broken: " + said : said, why);
        }

        private static UnreadableCopyException noWholeZip(IOException why) {
            return new UnreadableCopyException("it is cut short or broken: " + EmbeddedDatabase.firstWords(why), why);
        }

        /** The same of a copy that was just made. */
        private UnreadableCopyException notKept() {
            String where = getCause() instanceof IOException
                    ? "what is read of it is not what was written: look at the disk of the backups"
                    : "the database file is broken";
            return new UnreadableCopyException(
                    "the backup could not be put back (" + getMessage() + ") and is not kept: " + where
                            + ". Older backups stay",
                    this);
        }
    }

    /**
     * Writes a copy under that name, whole or not at all. It is tried as whoever puts it back tries it, for which the folder needs
     * room for the database file too.
     *
     * @throws UnreadableCopyException where it could not be put back; it is not kept
     */
    static void make(Connection database, Path name) throws SQLException, IOException {
        Path folder = name.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path written = name.resolveSibling("." + name.getFileName() + WRITTEN);
        Path tried = name.resolveSibling("." + name.getFileName() + TRIED);
        try {
            backUp(database, written);
            Files.createDirectories(tried);
            tryOut(written, tried.resolve(FILE));
            BackupFolder.put(written, name);
        } catch (UnreadableCopyException unreadable) {
            throw unreadable.notKept();
        } finally {
            discard(tried);
            Files.deleteIfExists(written);
        }
    }

    /**
     * Takes the database file out of a copy, and reads all of it that is measured.
     *
     * @throws UnreadableCopyException where it cannot be put back
     */
    static Tried tryOut(Path zip, Path file) throws IOException {
        try {
            Instant writtenAt = extract(zip, file);
            DatabaseFileProbe.requireWhole(file);
            return new Tried(read(file), writtenAt);
        } catch (ZipException | EOFException cut) {
            throw UnreadableCopyException.noWholeZip(cut);
        } catch (SQLException | DatabaseFileProbe.UnreadableFileException unreadable) {
            throw UnreadableCopyException.of(unreadable);
        }
    }

    /**
     * What goes into the copy is read from the file that the database has open, but only where one of its name is listed: where it was
     * deleted, an empty one stands there for the while.
     */
    private static void backUp(Connection database, Path zip) throws SQLException, IOException {
        if (FullDisk.isMet()) {
            // the copy would wait for what waits for room
            throw FullDisk.refusal();
        }
        Path file = file(database);
        boolean deleted = Files.notExists(file);
        if (deleted) {
            Files.createFile(file);
        }
        try (PreparedStatement statement = database.prepareStatement("backup to ?")) {
            statement.setString(1, zip.toAbsolutePath().toString());
            statement.execute();
        } finally {
            if (deleted) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Path file(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            return Path.of(PatientFilePath.plain(text(statement, "select database_path()")) + ".mv.db");
        }
    }

    /**
     * Writes the database file of a backup; its zip checksum is checked on the way.
     *
     * @return when the backup was made
     */
    private static Instant extract(Path zip, Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            return extract(zip, out);
        }
    }

    private static Instant extract(Path zip, OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().endsWith(FILE)) {
                    entries.transferTo(out);
                    return Instant.ofEpochMilli(entry.getTime());
                }
            }
        }
        throw new UnreadableCopyException("no " + FILE + " is in it", null);
    }

    /**
     * A copy that can be put back.
     *
     * @param writtenAt when it was made, as it says itself
     */
    record Tried(Content content, Instant writtenAt) {}

    /** What is in a database, to see that it is one. */
    record Content(long people, long sets, long samples, String version) {}

    /**
     * Opens a database file that nobody uses, without changing it, and reads all of it that is measured.
     *
     * @throws SQLException where it cannot be read
     */
    static Content read(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection(readOnly(file));
                Statement statement = connection.createStatement()) {
            return new Content(
                    people(statement),
                    number(statement, "select count(*) from training_set"),
                    number(
                            statement,
                            "select coalesce(sum(sample_count), 0) from sample_chunk where octet_length(payload) > 0"),
                    text(
                            statement,
                            "select \"version\" from \"flyway_schema_history\" where \"success\""
                                    + " order by \"installed_rank\" desc fetch first 1 rows only"));
        }
    }

    /** The address at which a database file that nobody uses is read. */
    static String readOnly(Path file) {
        return address(file) + ";ACCESS_MODE_DATA=r";
    }

    /** The address of a database file that nobody uses. */
    static String address(Path file) {
        String name = file.toAbsolutePath().toString().replace('\\', '/').replaceFirst("\\.mv\\.db$", "");
        return "jdbc:h2:file:" + name
                + ";IFEXISTS=TRUE;TRACE_LEVEL_FILE=0;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    }

    /** Databases of the first versions knew nobody by name. */
    private static long people(Statement statement) throws SQLException {
        long tables = number(statement, "select count(*) from information_schema.tables where table_name = 'person'");
        return tables == 0 ? 0 : number(statement, "select count(*) from person");
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    /** Deletes a folder and the files in it; what cannot be deleted stays. */
    static void discard(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException stays) {
            // it is in nobody's way
        }
    }

    /** Puts a file in the place of another in one step. */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
