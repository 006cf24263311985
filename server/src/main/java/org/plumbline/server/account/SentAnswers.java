package org.plumbline.server.account;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
    /** How each ended: with an answer, or with none as it was refused. */
    private final Map<SentRequestRepository.Attempt, Optional<SentRequestRepository.Answer>> unnoted =
            new ConcurrentHashMap<>();

    SentAnswers(SentRequestRepository sent) {
        this.sent = sent;
    }

    /** It was carried out. Where that cannot be noted its key stays taken, and {@link #noteLate} tries again. */
    void done(SentRequestRepository.Attempt attempt, SentRequestRepository.Answer answer) {
        note(attempt, Optional.of(answer));
    }

    /** Nothing came of it, and it may be sent again; likewise. */
    void refused(SentRequestRepository.Attempt attempt) {
        note(attempt, Optional.empty());
    }

    void noteLate() {
        for (Map.Entry<SentRequestRepository.Attempt, Optional<SentRequestRepository.Answer>> late :
                unnoted.entrySet()) {
            // what one cannot be told the others are not either
            if (unnoted.remove(late.getKey(), late.getValue()) && !note(late.getKey(), late.getValue())) {
                return;
            }
        }
    }

    private boolean note(SentRequestRepository.Attempt attempt, Optional<SentRequestRepository.Answer> answer) {
        try {
            answer.ifPresentOrElse(given -> sent.answered(attempt, given), () -> sent.letGo(attempt));
            return true;
        } catch (DataAccessException | TransactionException away) {
            if (unnoted.isEmpty()) {
                LOG.warn(
                        "How a request with a key ended could not be noted, those after it try again: {}",
                        NestedExceptionUtils.getMostSpecificCause(away).toString());
            }
            unnoted.put(attempt, answer);
            return false;
        }
    }
}
