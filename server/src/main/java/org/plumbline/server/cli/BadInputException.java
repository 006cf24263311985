package org.plumbline.server.cli;

/** What the person gave cannot be worked with. The message is for the person. */
final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadInputException(String message) {
        super(message);
    }
}
