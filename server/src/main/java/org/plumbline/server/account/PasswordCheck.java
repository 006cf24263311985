package org.plumbline.server.account;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks e-mail and password. An address nobody has takes as long as a wrong password. */
@Component
class PasswordCheck implements AuthenticationProvider {
    private final PersonRepository people;
    private final PasswordEncoder encoder;
    private final Throttle throttle;
    private final String nobody;

    PasswordCheck(PersonRepository people, PasswordEncoder encoder, Throttle throttle) {
        this.people = people;
        this.encoder = encoder;
        this.throttle = throttle;
        this.nobody = String.valueOf(encoder.encode(Secrets.make()));
    }

    @Override
    public Authentication authenticate(Authentication tried) {
        String email = tried.getName();
        if (!throttle.maySignInAs(email)) {
            throw new LockedException("too many tries");
        }
        Optional<Credentials> credentials = people.credentials(email);
        String hash = credentials.map(Credentials::passwordHash).orElse(nobody);
        boolean right = encoder.matches(String.valueOf(tried.getCredentials()), hash);
        if (credentials.isEmpty() || !right || credentials.get().disabled()) {
            throw new BadCredentialsException("no such e-mail and password");
        }
        return signedIn(new SignedInPrincipal(credentials.get().personId(), PasswordMark.of(hash)));
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    /** Somebody at a page: all that is theirs is open to them. */
    static Authentication signedIn(SignedInPrincipal who) {
        List<SimpleGrantedAuthority> all = Stream.of(ApiScope.values())
                .map(scope -> new SimpleGrantedAuthority(scope.authority()))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(who, null, all);
    }
}
