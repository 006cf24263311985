package org.plumbline.server.account;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Notes how requests with a key ended, also where the database is away just then: what was done is never done again for that. */
@Component
class SentAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(SentAnswers.class);

    private final SentRequestRepository sent;
    private final Map<SentRequestRepository.Attempt, SentRequestRepository.Answer> unnoted = new ConcurrentHashMap<>();

    SentAnswers(SentRequestRepository sent) {
        this.sent = sent;
    }

    /** It was carried out. Where that cannot be noted its key stays taken, and {@link #noteLate} tries again. */
    void done(SentRequestRepository.Attempt attempt, SentRequestRepository.Answer answer) {
        try {
            sent.answered(attempt, answer);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("How a request with a key ended could not be noted, the next one tries again", away);
            unnoted.put(attempt, answer);
        }
    }

    /** Nothing came of it, and it may be sent again. */
    void refused(SentRequestRepository.Attempt attempt) {
        try {
            sent.letGo(attempt);
        } catch (DataAccessException | TransactionException away) {
            // whoever asked still hears why it was refused
            LOG.warn("A key stays taken although nothing came of its request", away);
        }
    }

    void noteLate() {
        unnoted.forEach((attempt, answer) -> {
            if (unnoted.remove(attempt, answer)) {
                done(attempt, answer);
            }
        });
    }
}
