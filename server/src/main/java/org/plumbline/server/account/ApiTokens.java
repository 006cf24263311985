package org.plumbline.server.account;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Keys with which programs speak for a person. */
@Service
class ApiTokens {
    private final ApiTokenRepository tokens;
    private final ApplicationEventPublisher events;

    ApiTokens(ApiTokenRepository tokens, ApplicationEventPublisher events) {
        this.tokens = tokens;
        this.events = events;
    }

    List<ApiToken> of(Person person) {
        return tokens.of(person.id());
    }

    /** Makes a token and gives its secret, which is not kept and cannot be shown again. */
    String make(Person person, String name, Set<ApiScope> scopes) {
        String secret = "plumb_" + Secrets.make();
        tokens.insert(UUID.randomUUID(), person.id(), name, Secrets.hash(secret), scopes);
        return secret;
    }

    /** Ends all of them: the password has changed. */
    void deleteAll(UUID personId) {
        tokens.deleteOf(personId);
        events.publishEvent(new AccessChanged(personId));
    }

    /** False where this person has no such token. */
    boolean delete(Person person, UUID id) {
        boolean there = tokens.delete(person.id(), id);
        if (there) {
            events.publishEvent(new AccessChanged(person.id()));
        }
        return there;
    }
}
