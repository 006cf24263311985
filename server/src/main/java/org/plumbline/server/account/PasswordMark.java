package org.plumbline.server.account;

import org.jspecify.annotations.Nullable;

/** A short sign of which password an account has, to end sessions that began under an earlier one. */
final class PasswordMark {
    private static final int LETTERS = 16;

    private PasswordMark() {}

    /** The mark of those who have no password. */
    static String none() {
        return "";
    }

    static String of(@Nullable String passwordHash) {
        return passwordHash == null ? none() : Secrets.hash(passwordHash).substring(0, LETTERS);
    }
}
