package org.plumbline.server.support;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Passwords of people in tests are hashed as those of the server, in a 64th of the time: hundreds of them join, and it was a quarter of
 * all that the servers under test did. Found by the server's own look for its parts. What the server itself asks of a hash stands in
 * {@code PasswordEncoderTest}.
 */
@Configuration(proxyBeanMethods = false)
class CheapPasswords {
    /** The fewest rounds that bcrypt has: 2 to the power of 4. */
    private static final int STRENGTH = 4;

    @Bean
    @Primary
    PasswordEncoder cheap() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(STRENGTH)));
    }
}
