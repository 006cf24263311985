package org.plumbline.server.wearable.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What a gateway proves itself by. Never printed. */
final class GatewayToken {
    private static final int RANDOM_BYTES = 32;
    private static final String SCHEME = "Bearer ";

    private final String secret;

    private GatewayToken(String secret) {
        this.secret = secret;
    }

    /** A new one, for a child of this process. */
    static GatewayToken random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new GatewayToken(HexFormat.of().formatHex(bytes));
    }

    /** One that a person has chosen; an empty one lets nobody in. */
    static GatewayToken of(String secret) {
        return new GatewayToken(secret.strip());
    }

    boolean isEmpty() {
        return secret.isEmpty();
    }

    /** For the environment of a child. */
    String secret() {
        return secret;
    }

    /** Takes the same time for every wrong one. */
    boolean admits(@Nullable String authorization) {
        return !secret.isEmpty()
                && authorization != null
                && MessageDigest.isEqual(
                        (SCHEME + secret).getBytes(StandardCharsets.UTF_8),
                        authorization.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "a token";
    }
}
