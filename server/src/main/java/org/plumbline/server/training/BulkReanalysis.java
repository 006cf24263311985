package org.plumbline.server.training;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The log of a server that is stopped, opened to analyse many sets again. */
public final class BulkReanalysis implements AutoCloseable {
    private final HikariDataSource database = new HikariDataSource();
    private final EarlierAnalysisRepository earlier;
    private final Reanalysis reanalysis;

    /**
     * @param url address of the database
     * @param user who opens it, or null where the address says so
     * @param password their password, or null
     */
    public BulkReanalysis(String url, @Nullable String user, @Nullable String password, Clock clock) {
        database.setJdbcUrl(url);
        database.setUsername(user);
        database.setPassword(password);
        database.setMaximumPoolSize(2);
        JdbcClient jdbc = JdbcClient.create(database);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        SetRepository sets = new SetRepository(jdbc);
        RepetitionRepository repetitions = new RepetitionRepository(jdbc);
        CorrectionRepository corrections = new CorrectionRepository(jdbc);
        earlier = new EarlierAnalysisRepository(jdbc);
        reanalysis = new Reanalysis(
                sets,
                corrections,
                new StoredAnalysis(repetitions, new SampleRepository(jdbc), corrections, clock),
                earlier,
                new SummaryWriting(
                        sets,
                        repetitions,
                        new SetSummaryRepository(jdbc),
                        new SessionSummaryRepository(jdbc),
                        new SetEffortRepository(jdbc),
                        transaction),
                new AnalysisTurns(),
                transaction,
                clock);
    }

    /** Why it cannot be worked with, or null where it can. */
    public @Nullable String trouble() {
        try {
            new JdbcTemplate(database).queryForObject("select count(*) from earlier_analysis", Long.class);
            return null;
        } catch (DataAccessException notOfToday) {
            return "The database cannot be read, or is of an earlier version. Start the server once with this version first";
        }
    }

    /** The people with that e-mail address or name. */
    public List<UUID> people(String named) {
        return earlier.people(named);
    }

    /**
     * The sets to analyse, oldest first.
     *
     * @param lifters whose, or of everybody where empty
     * @param all also those that the present software analysed already; without, whoever broke off goes on where it was
     */
    public List<UUID> wanted(Instant since, List<UUID> lifters, boolean all) {
        return earlier.analysable(since, lifters).stream()
                .filter(set -> all || !isOfToday(set))
                .toList();
    }

    private boolean isOfToday(UUID set) {
        try {
            return reanalysis.isOfToday(set);
        } catch (RuntimeException unreadable) {
            // the command tries it and says what is wrong with it
            return false;
        }
    }

    /**
     * Analyses a set again.
     *
     * @throws CorrectionRefusedException where it cannot be analysed
     */
    public Reanalysis.Outcome again(UUID set) {
        return reanalysis.again(set);
    }

    @Override
    public void close() {
        database.close();
    }
}
