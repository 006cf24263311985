package org.plumbline.server.account;

/** An account or a password cannot be as it was asked for; names the message for the person. */
final class AccountRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AccountRefusedException(String messageKey) {
        super(messageKey);
    }

    String messageKey() {
        return String.valueOf(getMessage());
    }
}
