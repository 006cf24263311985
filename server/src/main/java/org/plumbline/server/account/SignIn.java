package org.plumbline.server.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Service;

/** Begins a session without a password: after an account was made, and for sample people. */
@Service
public class SignIn {
    private final PersonRepository people;
    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    SignIn(PersonRepository people) {
        this.people = people;
    }

    /**
     * Signs a sample person in. A session of nobody or of a sample person goes on: nothing in it is anybody's, and whatever the page
     * before has under way, be it the same click once more, still belongs to it. Every other session ends first, also that of an
     * account that was closed or erased meanwhile: what is in it was theirs.
     */
    public void asSample(Person sample, HttpServletRequest request, HttpServletResponse response) {
        if (!sample.sample()) {
            throw new IllegalArgumentException("only people of the demo are signed in by a click");
        }
        boolean somebodyElses = SignedInPrincipal.behind(
                        SecurityContextHolder.getContext().getAuthentication())
                .filter(signedIn ->
                        people.find(signedIn.personId()).filter(Person::sample).isEmpty())
                .isPresent();
        if (somebodyElses) {
            end(request);
        }
        enter(sample, request, response);
    }

    void begin(Person person, HttpServletRequest request, HttpServletResponse response) {
        end(request);
        enter(person, request, response);
    }

    private void enter(Person person, HttpServletRequest request, HttpServletResponse response) {
        request.getSession(true);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                PasswordCheck.signedIn(new SignedInPrincipal(person.id(), people.passwordMark(person.id()))));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }

    /** Ends the session of this request. */
    public void end(HttpServletRequest request) {
        if (request.getSession(false) != null) {
            request.getSession(false).invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
