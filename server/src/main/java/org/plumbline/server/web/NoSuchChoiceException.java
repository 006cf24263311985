package org.plumbline.server.web;

/** A form or a program named a choice that there is not. The message is for the person, and says which there are. */
public final class NoSuchChoiceException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    NoSuchChoiceException(String words) {
        super(words);
    }
}
