package org.plumbline.server.account;

import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.ReadBack;
import org.plumbline.server.web.Words;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets what somebody writes take the place of what they have seen, and of nothing that was written since: what stands is looked at
 * once more in the transaction that writes, while nobody else can change it.
 */
@Component
public class AsSeen {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /** Public for tests of what is written with it. */
    public AsSeen(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** A word for just what stands: whoever changes it gives it back. */
    public static String mark(Object stands) {
        return ReadBack.of("seen", stands.toString());
    }

    /** Whether a mark that was given back is of this. */
    public static boolean isOf(@Nullable String seen, Object stands) {
        return mark(stands).equals(seen);
    }

    /** Writes something of a person's record. Whoever writes of the same person through here waits until it is done. */
    public <R> R write(UUID personId, Supplier<R> write) {
        return write(personId, () -> personId, any -> true, any -> write.get());
    }

    /**
     * The same where it rests on what its author has seen.
     *
     * @param stands what stands
     * @param asSeen whether that is what its author has seen
     * @param write puts something in its place
     * @throws ChangedException where something else stands by now; nothing is written
     */
    public <S, R> R write(UUID personId, Supplier<S> stands, Predicate<S> asSeen, Function<S, R> write) {
        return write(
                () -> jdbc.sql("select id from person where id = :id for update")
                        .param("id", personId)
                        .query(UUID.class)
                        .optional(),
                stands,
                asSeen,
                write);
    }

    /**
     * The same of what is nobody's record.
     *
     * @param hold lets nobody else write it until the transaction ends
     */
    public <S, R> R write(Runnable hold, Supplier<S> stands, Predicate<S> asSeen, Function<S, R> write) {
        try {
            return transaction.execute(status -> {
                hold.run();
                S now = stands.get();
                if (!asSeen.test(now)) {
                    throw new ChangedException();
                }
                return write.apply(now);
            });
        } catch (DuplicateKeyException atTheSameMoment) {
            // where there was nothing yet, there was nothing to hold
            throw new ChangedException(atTheSameMoment);
        }
    }

    /** Something else stands than what its author has seen. Whoever does not say what is answered as of any two that met. */
    public static final class ChangedException extends ConcurrencyFailureException {
        private static final long serialVersionUID = 1L;

        public ChangedException() {
            super(Words.say("frame.raced"));
        }

        ChangedException(DuplicateKeyException atTheSameMoment) {
            super(Words.say("frame.raced"), atTheSameMoment);
        }
    }
}
