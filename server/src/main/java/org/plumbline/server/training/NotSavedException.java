package org.plumbline.server.training;

import org.plumbline.server.web.Words;

/** The database does not take what was to be kept. The message is for the person. */
public final class NotSavedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotSavedException() {
        super(Words.say("training.upload.not.saved"));
    }
}
