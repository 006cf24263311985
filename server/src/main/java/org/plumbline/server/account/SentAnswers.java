package org.plumbline.server.account;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Notes how requests with a key ended, also where the database is away just then: what was done is never done again for that. */
@Component
class SentAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(SentAnswers.class);

    private final SentRequestRepository sent;
    /** What is to be noted of each. */
    private final Map<SentRequestRepository.Attempt, Consumer<SentRequestRepository.Attempt>> unnoted =
            new ConcurrentHashMap<>();

    SentAnswers(SentRequestRepository sent) {
        this.sent = sent;
    }

    /** It was carried out. Where that cannot be noted its key stays taken, and {@link #noteLate} tries again. */
    void done(SentRequestRepository.Attempt attempt, SentRequestRepository.Answer answer) {
        note(attempt, given -> sent.answered(given, answer));
    }

    /** Nothing came of it, and it may be sent again; likewise. */
    void refused(SentRequestRepository.Attempt attempt) {
        note(attempt, sent::letGo);
    }

    /** Nobody knows what came of it; likewise. */
    void lost(SentRequestRepository.Attempt attempt) {
        note(attempt, sent::settle);
    }

    void noteLate() {
        for (Map.Entry<SentRequestRepository.Attempt, Consumer<SentRequestRepository.Attempt>> late :
                unnoted.entrySet()) {
            // what one cannot be told the others are not either
            if (unnoted.remove(late.getKey(), late.getValue()) && !note(late.getKey(), late.getValue())) {
                return;
            }
        }
    }

    private boolean note(SentRequestRepository.Attempt attempt, Consumer<SentRequestRepository.Attempt> how) {
        try {
            how.accept(attempt);
            return true;
        } catch (DataAccessException | TransactionException away) {
            if (unnoted.isEmpty()) {
                LOG.warn(
                        "How a request with a key ended could not be noted, those after it try again: {}",
                        NestedExceptionUtils.getMostSpecificCause(away).toString());
            }
            unnoted.put(attempt, how);
            return false;
        }
    }
}
