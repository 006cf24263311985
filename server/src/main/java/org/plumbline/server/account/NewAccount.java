package org.plumbline.server.account;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.StorableText;

/**
 * What somebody types who makes an account.
 *
 * @param name name to show
 * @param email what they sign in with
 * @param password password
 * @param adult whether they are of the age of an own account
 * @param guardian who consents where they are not, or null
 */
record NewAccount(
        @Nullable String name,
        @Nullable String email,
        @Nullable String password,
        boolean adult,
        @Nullable String guardian) {
    static final int NAME_LETTERS = 100;
    private static final int GUARDIAN_LETTERS = 200;
    private static final int EMAIL_LETTERS = 254;
    /** NIST SP 800-63B asks for at least eight and for long ones to be taken; ten, as nothing else stands before the record. */
    private static final int PASSWORD_LEAST = 10;
    /** What bcrypt reads of a password, bytes. */
    private static final int PASSWORD_MOST = 72;

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    /** @throws AccountRefusedException naming the message that says what is wrong */
    void check() {
        if (!StorableText.isName(name, NAME_LETTERS)) {
            throw new AccountRefusedException("join.refused.name");
        }
        if (email == null
                || email.length() > EMAIL_LETTERS
                || !EMAIL.matcher(email.strip()).matches()) {
            throw new AccountRefusedException("join.refused.email");
        }
        checkPassword(password, email);
        if (!adult && !StorableText.isName(guardian, GUARDIAN_LETTERS)) {
            throw new AccountRefusedException("join.refused.guardian");
        }
    }

    static void checkPassword(@Nullable String password, String email) {
        if (password == null || password.codePointCount(0, password.length()) < PASSWORD_LEAST) {
            throw new AccountRefusedException("join.refused.short");
        }
        if (password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > PASSWORD_MOST) {
            throw new AccountRefusedException("join.refused.long");
        }
        if (password.equalsIgnoreCase(email.strip())) {
            throw new AccountRefusedException("join.refused.same");
        }
    }
}
