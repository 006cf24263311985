package org.plumbline.server.training;

/** The database does not take what was to be kept. The message is for the person. */
public final class NotSavedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotSavedException() {
        super(
                "The database of the server does not answer. If the set does not appear in a few minutes, send it again.");
    }
}
