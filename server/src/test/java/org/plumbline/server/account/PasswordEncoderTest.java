package org.plumbline.server.account;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordEncoderTest {
    /** 2 to the power of 10 rounds are the least that OWASP's Password Storage Cheat Sheet asks of bcrypt. */
    @Test
    void aPasswordIsHashedWithBcryptInAThousandRoundsAndSaltedAnew() {
        PasswordEncoder encoder = new SecurityConfiguration().passwordEncoder();
        String hash = String.valueOf(encoder.encode("three short planks"));
        assertTrue(hash.startsWith("{bcrypt}$2a$10$"), hash);
        assertTrue(encoder.matches("three short planks", hash));
        assertFalse(encoder.matches("three short plank", hash));
        assertFalse(hash.equals(encoder.encode("three short planks")));
    }
}
