package org.plumbline.server.start;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.backup.ClosedDatabase;
import org.plumbline.server.backup.DatabaseFile;
import org.plumbline.server.backup.Restore;
import org.plumbline.server.exchange.TemporaryFiles;
import org.plumbline.server.storage.EmbeddedDatabase;
import org.plumbline.server.storage.FullDisk;
import org.plumbline.server.storage.PatientFilePath;
import org.plumbline.server.storage.UnhurriedDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Takes the data directory before anything else starts, and puts the embedded database into it. */
public final class DataDirectoryInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Logger LOG = LoggerFactory.getLogger(DataDirectoryInitializer.class);

    /** How the embedded database speaks, so that one set of SQL runs on it and on PostgreSQL. */
    public static final String DIALECT = "MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    /**
     * WRITE_DELAY=100: what is committed is in the file a tenth of a second later, even if the server is killed then. With
     * 0 it would be there at once, but the database would not tidy up behind itself and the file would grow for ever.
     * TRACE_LEVEL_FILE=0: what fails is in the server's log; a file of the database's own would stay behind.
     */
    private static final String DATABASE = "jdbc:h2:file:" + PatientFilePath.PREFIX + "%s/plumbline;" + DIALECT
            + ";WRITE_DELAY=100;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

    private static final String UPLOADS = "spring.servlet.multipart.location";

    /**
     * A database that says nothing for a minute is taken for gone: whoever asked it just then waits as long. Steps of a new version have
     * their time: {@link UnhurriedDataSource}.
     */
    private static final Map<String, Object> SILENT_DATABASE = Map.of(
            "spring.datasource.hikari.data-source-properties.socketTimeout", "60",
            "spring.datasource.hikari.data-source-properties.tcpKeepAlive", "true");

    /** Where the embedded database stands, or null where another one is used. */
    private @Nullable Path embedded;

    /** Where its backups stand, or null where nothing else is said. */
    private @Nullable String backups;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        DataDirectory directory = DataDirectory.open(Path.of(environment.getRequiredProperty("plumbline.data-dir")));
        ((GenericApplicationContext) context).registerBean(DataDirectory.class, () -> directory);
        // a start that fails may not have come to making the bean
        context.addApplicationListener((ApplicationFailedEvent failed) -> directory.close());
        environment.getPropertySources().addLast(new MapPropertySource("uploads", Map.of(UPLOADS, uploads(directory))));
        String chosen = environment.getProperty("spring.datasource.url", "");
        if (chosen.startsWith("jdbc:postgresql:")) {
            // a wire that was cut is noticed, and a new one is made; what the address itself says holds before this
            environment.getPropertySources().addLast(new MapPropertySource("postgresql", SILENT_DATABASE));
        }
        if (!environment.containsProperty("spring.datasource.url")) {
            backups = environment.getProperty("plumbline.backup.directory");
            DatabaseFile.Wish wish = wish(environment);
            DatabaseFile.Standing file = DatabaseFile.look(directory.path(), backups, wish, directory.hadDatabase());
            file.refusal().ifPresent(reason -> {
                directory.close();
                throw new StartRefusedException(reason);
            });
            file.remark().ifPresent(LOG::warn);
            Restore.clearLeftovers(directory.path());
            prepare(directory, file, wish == DatabaseFile.Wish.GO_BACK);
            context.addApplicationListener((ApplicationReadyEvent ready) -> {
                directory.noteDatabase();
                FullDisk.beginToWait();
                DatabaseFile.begun(directory.path());
            });
            context.addApplicationListener((ContextClosedEvent stopping) -> {
                if (FullDisk.isMet()) {
                    LOG.error(
                            "The server stops while its disk takes nothing: what was entered in the last moments before, and what is"
                                    + " not saved yet of sets that run, is lost unless there is room within seconds");
                }
            });
            embedded = directory.path();
            DatabaseFile.makeIfMissing(directory.path(), embedded(directory.path()));
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("data-directory", pool(existing(directory.path()))));
        }
    }

    private static DatabaseFile.Wish wish(ConfigurableEnvironment environment) {
        if (isWished(environment, "plumbline.begin-anew")) {
            return DatabaseFile.Wish.BEGIN_ANEW;
        }
        return isWished(environment, "plumbline.go-back") ? DatabaseFile.Wish.GO_BACK : DatabaseFile.Wish.GO_ON;
    }

    private static boolean isWished(ConfigurableEnvironment environment, String name) {
        String said = environment.getProperty(name, "false");
        if (!said.equals("true") && !said.equals("false")) {
            throw new StartRefusedException(StartFailure.misread(name, said, List.of("true", "false")));
        }
        return said.equals("true");
    }

    private static void prepare(DataDirectory directory, DatabaseFile.Standing file, boolean asked) {
        Clock clock = StoppedServer.clock();
        try {
            if (file.beginsAnew()) {
                LOG.warn(
                        "The first start here was broken off before anybody was in the database: it begins anew, and its file is kept as {}",
                        DatabaseFile.putAside(directory.path(), clock));
            }
            Instant until = file.goesBack().orElse(null);
            if (until != null) {
                LOG.warn("The database file as it was is kept as {}", DatabaseFile.keep(directory.path(), clock));
            }
            if (until != null && asked) {
                endOldRights(directory, until, clock);
            }
        } catch (IOException failed) {
            directory.close();
            throw new StartRefusedException("The database file of " + directory.path()
                    + " could not be kept as it is, beside itself (" + EmbeddedDatabase.firstWords(failed) + ").");
        }
    }

    private static void endOldRights(DataDirectory directory, Instant until, Clock clock) {
        try {
            DatabaseFile.endOldRights(directory.path(), until, clock);
            LOG.warn("Links and keys of then are ended, as where a backup is put back");
        } catch (IOException failed) {
            directory.close();
            throw new StartRefusedException("The links and keys of then could not be ended in the database file of "
                    + directory.path() + " (" + EmbeddedDatabase.firstWords(failed)
                    + "). The file as it was is kept beside it.");
        }
    }

    /** As a whole path: Tomcat takes another one for one of its own. */
    private static String uploads(DataDirectory directory) {
        return directory.path().resolve(TemporaryFiles.FOLDER).toString();
    }

    /** Asked whether it is valid, a connection to a database that has closed itself says yes; asked anything else it says so. */
    private static Map<String, Object> pool(String url) {
        return Map.of(
                "spring.datasource.url",
                url,
                "spring.datasource.hikari.connection-test-query",
                "select 1",
                "spring.datasource.hikari.exception-override-class-name",
                ClosedDatabase.class.getName());
    }

    /** The failure in words for the person, where it is the file of the embedded database that cannot be read. */
    public RuntimeException explain(RuntimeException failure) {
        Path directory = embedded;
        return directory == null
                ? failure
                : DatabaseFile.explain(failure, directory, backups)
                        .<RuntimeException>map(reason -> new StartRefusedException(reason, failure))
                        .orElse(failure);
    }

    /** Address of the embedded database of a data directory, which must be there. */
    static String existing(Path directory) {
        return embedded(directory) + ";IFEXISTS=TRUE";
    }

    private static String embedded(Path directory) {
        // whoever has the address can open it
        PatientFilePath.register();
        return String.format(DATABASE, directory.toString().replace('\\', '/'));
    }
}
