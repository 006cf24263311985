package org.plumbline.server.account;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Keys with which programs speak for a person. */
@Service
class ApiTokens {
    private final ApiTokenRepository tokens;

    ApiTokens(ApiTokenRepository tokens) {
        this.tokens = tokens;
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
    void deleteAll(Person person) {
        tokens.deleteOf(person.id());
    }

    void delete(Person person, UUID id) {
        tokens.delete(person.id(), id);
    }
}
