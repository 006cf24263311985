package org.plumbline.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import org.plumbline.server.support.BothDatabases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordCheckTest {
    /** Counts what takes the time. */
    private static final class Counting implements PasswordEncoder {
        private int matched;

        @Override
        public String encode(CharSequence password) {
            return "hash";
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            matched++;
            return false;
        }
    }

    @BothDatabases
    void anAddressNobodyHasCostsAsMuchAsAWrongPassword(JdbcClient jdbc) {
        Counting encoder = new Counting();
        PasswordCheck check = new PasswordCheck(
                new PersonRepository(jdbc, Clock.systemUTC()),
                encoder,
                new Throttle(new SignInProperties(8, 60, 1200)));
        assertThrows(
                BadCredentialsException.class,
                () -> check.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(
                        "nobody@example.org", "three short planks")));
        assertEquals(1, encoder.matched);
    }
}
