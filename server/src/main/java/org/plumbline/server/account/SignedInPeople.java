package org.plumbline.server.account;

import java.security.Principal;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/** From whoever asks to the person, as their account is now. */
@Service
public class SignedInPeople {
    private final PersonRepository people;
    private final ApiTokenRepository tokens;
    private final LastKnown<SignedInPrincipal, Person> last;

    SignedInPeople(PersonRepository people, ApiTokenRepository tokens, Clock clock) {
        this.people = people;
        this.tokens = tokens;
        last = new LastKnown<>(clock);
    }

    /**
     * The person behind a request or a socket.
     *
     * @throws ResponseStatusException 401 where nobody is signed in, or their account was closed
     */
    public Person of(@Nullable Principal principal) {
        return find(principal)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.UNAUTHORIZED, Words.say("frame.sign-in.first")));
    }

    /** The person behind a request, if there is one. */
    public Optional<Person> find(@Nullable Principal principal) {
        return SignedInPrincipal.behind(principal).flatMap(signedIn -> last.ask(signedIn, () -> asNow(signedIn)));
    }

    /** The person behind a request that steers a running set: while the database is away, who they were last. */
    Optional<Person> findToSteer(@Nullable Principal principal) {
        return SignedInPrincipal.behind(principal)
                .flatMap(signedIn -> last.askOrRemember(signedIn, () -> asNow(signedIn)));
    }

    private Optional<Person> asNow(SignedInPrincipal signedIn) {
        return people.active(signedIn.personId())
                .filter(person -> signedIn.passwordMark().equals(PasswordMark.none())
                        || signedIn.passwordMark().equals(people.passwordMark(person.id())));
    }

    /** Whether whoever opened a socket may keep it: the account, the password and the token it was opened with still stand. */
    public boolean stillIn(@Nullable Principal principal) {
        return find(principal).isPresent()
                && SignedInPrincipal.behind(principal)
                        .map(SignedInPrincipal::tokenId)
                        .map(tokens::exists)
                        .orElse(true);
    }
}
