package org.plumbline.server.backup;

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
import java.util.zip.ZipInputStream;
import org.plumbline.server.account.ErasedPages;

/**
 * Makes and reads copies of the embedded database with its own {@code BACKUP TO}: it copies the file while the database is in
 * use, and what is in the copy is what was committed at one moment.
 */
final class EmbeddedCopy {
    /** Name of the database file, in the data directory and in a backup. */
    static final String FILE = ErasedPages.DATABASE_FILE;

    private EmbeddedCopy() {}

    /** Writes a copy under that name, whole or not at all. */
    static void make(Connection database, Path name) throws SQLException, IOException {
        Path folder = name.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path written = name.resolveSibling("." + name.getFileName() + ".part");
        try {
            backUp(database, written);
            readThrough(written);
            BackupFolder.put(written, name);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /**
     * What goes into the copy is read from the file that the database has open, but only where one of its name is listed: where it was
     * deleted, an empty one stands there for the while.
     */
    private static void backUp(Connection database, Path zip) throws SQLException, IOException {
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
            return Path.of(text(statement, "select database_path()") + ".mv.db");
        }
    }

    private static void readThrough(Path zip) throws IOException {
        extract(zip, OutputStream.nullOutputStream());
    }

    /**
     * Writes the database file of a backup; its zip checksum is checked on the way.
     *
     * @return when the backup was made
     */
    static Instant extract(Path zip, Path target) throws IOException {
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
        throw new IOException("there is no " + FILE + " in it");
    }

    /** What is in a database, to see that it is one. */
    record Content(long people, long sets, long samples, String version) {}

    /**
     * Opens a database file that nobody uses, without changing it, and reads all of it that is measured.
     *
     * @throws SQLException where it cannot be read
     */
    static Content read(Path file) throws SQLException {
        try (Connection connection = open(file, ";ACCESS_MODE_DATA=r");
                Statement statement = connection.createStatement()) {
            return new Content(
                    number(statement, "select count(*) from person"),
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

    /** Opens a database file that nobody uses. */
    static Connection open(Path file, String more) throws SQLException {
        String name = file.toAbsolutePath().toString().replace('\\', '/').replaceFirst("\\.mv\\.db$", "");
        return DriverManager.getConnection("jdbc:h2:file:" + name
                + ";IFEXISTS=TRUE;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH" + more);
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
