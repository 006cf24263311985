package org.plumbline.server.training;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.plumbline.server.storage.FullDisk;
import org.plumbline.server.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.DependsOn;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Puts writes of sets into the database. Whoever is not certain that a write arrived gives it again: it is never there
 * twice.
 */
// the file is written anew after an erasure when nobody writes to it any more
@DependsOn("erasedPages")
@Component
class SetStore {
    private static final Logger LOG = LoggerFactory.getLogger(SetStore.class);
    private static final int MOST_TRIES = 3;

    private final SetRepository sets;
    private final RepetitionRepository repetitions;
    private final SampleRepository samples;
    private final SummaryWriting summaries;
    private final JdbcClient jdbc;
    private final boolean embedded;

    SetStore(
            SetRepository sets,
            RepetitionRepository repetitions,
            SampleRepository samples,
            SummaryWriting summaries,
            JdbcClient jdbc,
            JdbcTemplate operations) {
        this.sets = sets;
        this.repetitions = repetitions;
        this.samples = samples;
        this.summaries = summaries;
        this.jdbc = jdbc;
        this.embedded = "H2".equals(operations.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName()));
    }

    /** What a set says of which a part is missing. */
    static String lost() {
        return Words.say("training.write.lost");
    }

    /** @param again whether it may be there already, or in part */
    void store(UUID setId, SetWrite write, boolean again) {
        requireRoom();
        write.storeTo(new Rows(setId, again));
    }

    /** Notes that something of the set is missing, once. */
    void noteLoss(UUID setId) {
        new Rows(setId, true).message(new StoredMessage(0, lost()));
    }

    /** Whether the database is in a file of this server's. */
    boolean isEmbedded() {
        return embedded;
    }

    boolean isThere(UUID setId) {
        return sets.exists(setId);
    }

    /**
     * The set is over and all of it is written: sums it up. A set that cannot be summed up is whole all the same; the next
     * start tries again.
     */
    void sumUp(UUID setId) {
        for (int tries = 1; tries <= MOST_TRIES; tries++) {
            try {
                writeSummary(setId);
                return;
            } catch (RuntimeException failed) {
                if (isWorthAnotherTry(failed)) {
                    throw failed;
                }
                // what the lifter says of the set writes the summary too, perhaps at the same moment
                if (!(failed instanceof DuplicateKeyException) || tries == MOST_TRIES) {
                    LOG.error("Set {} could not be summed up", setId, failed);
                    return;
                }
            }
        }
    }

    void writeSummary(UUID setId) {
        summaries.write(setId);
    }

    /**
     * Returns when what was stored is in the file of the embedded database, which else takes it a tenth of a second, in
     * which a disk may turn out to be full.
     */
    void settle() {
        requireRoom();
        if (embedded) {
            jdbc.sql("checkpoint sync").update();
        }
    }

    /** Whether the disk of the embedded database takes nothing now. */
    boolean isRefused() {
        return embedded && FullDisk.isMet();
    }

    /**
     * What the database took now would stay in its memory, which has no bound of ours: it waits in the spool.
     *
     * @throws DataAccessResourceFailureException where the disk of the database takes nothing now
     */
    void requireRoom() {
        if (isRefused()) {
            throw takesNothing(FullDisk.refusal());
        }
    }

    static DataAccessResourceFailureException takesNothing(IOException refusal) {
        return new DataAccessResourceFailureException("The disk of the database takes nothing", refusal);
    }

    /** Whether the database may take it later: all but a mistake of ours, and a set that is not there any more. */
    static boolean isWorthAnotherTry(RuntimeException failed) {
        return (failed instanceof DataAccessException && !(failed instanceof DataIntegrityViolationException))
                || failed instanceof TransactionException;
    }

    private final class Rows implements SetWrite.Target {
        private final UUID setId;
        private final boolean again;

        private Rows(UUID setId, boolean again) {
            this.setId = setId;
            this.again = again;
        }

        @Override
        public void samples(SetWrite.Samples chunk) {
            try {
                samples.insertTogether(setId, chunk.number(), chunk.count(), chunk.payload());
            } catch (DuplicateKeyException thereAlready) {
                // the answer to the first try got lost, not the chunk
            }
        }

        @Override
        public void repetition(StoredRepetition repetition) {
            try {
                repetitions.insert(setId, repetition);
            } catch (DuplicateKeyException thereAlready) {
                // with its flags: they are one transaction
            }
        }

        @Override
        public void flag(StoredFlag flag) {
            if (!again || !repetitions.hasFlag(setId, flag)) {
                repetitions.insertFlag(setId, flag);
            }
        }

        @Override
        public void message(StoredMessage message) {
            if (!again || !repetitions.messages(setId).contains(message)) {
                repetitions.insertMessage(setId, message);
            }
        }

        @Override
        public void begun(long afterSamples) {
            sets.begun(setId, afterSamples);
        }

        @Override
        public void end(SetWrite.End end) {
            List<StoredMessage> said = repetitions.messages(setId);
            boolean lost = said.stream().anyMatch(one -> one.text().equals(lost()))
                    || samples.chunkCount(setId) != end.chunks();
            if (lost) {
                noteLoss(setId);
            }
            // a set that was broken off stays one, so that it is analysed again as it was: that a part is missing it
            // says
            // besides
            boolean partial = lost && end.state() != SetState.INTERRUPTED;
            sets.end(setId, partial ? SetState.PARTIAL : end.state(), end.endedAt(), end.analysis());
        }
    }
}
