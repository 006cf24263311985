package org.plumbline.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/**
 * The database of the server that is measured: the embedded one in its data directory, or a PostgreSQL that runs already. Another
 * process, the load run, puts people in while the server runs, and counts when it has ended.
 */
final class LoadDatabase {
    private static final double BYTES_PER_MB = 1e6;

    private final String address;
    private final Path data;
    private final boolean embedded;

    /**
     * @param data data directory of the server
     * @param given address of a PostgreSQL with user and password in it, or empty for the embedded database
     */
    LoadDatabase(Path data, String given) {
        this.data = data;
        embedded = given.isEmpty();
        address = embedded
                ? "jdbc:h2:file:" + data.resolve("plumbline")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=100"
                : given;
    }

    /** For the server, so that another process can come in beside it. */
    String liveAddress() {
        return embedded ? address + ";AUTO_SERVER=TRUE" : address;
    }

    /** While the server runs. */
    Connection connectLive() throws SQLException {
        return DriverManager.getConnection(liveAddress());
    }

    /**
     * When the server has ended. Rows come as they are read, for all samples of a run do not fit into memory; and only to be read,
     * for the embedded database tidies up behind such a query and then does not find what the query still reads.
     */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                embedded ? address + ";LAZY_QUERY_EXECUTION=TRUE;ACCESS_MODE_DATA=r" : address);
    }

    double megabytes() {
        try {
            return (embedded ? bytesOfFiles() : bytesOfServer()) / BYTES_PER_MB;
        } catch (IOException | SQLException gone) {
            return Double.NaN;
        }
    }

    private long bytesOfFiles() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.getFileName().toString().startsWith("plumbline."))
                    .mapToLong(LoadDatabase::bytes)
                    .sum();
        }
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private long bytesOfServer() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery("select pg_database_size(current_database())")) {
            size.next();
            return size.getLong(1);
        }
    }
}
