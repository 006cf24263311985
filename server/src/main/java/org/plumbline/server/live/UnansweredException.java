package org.plumbline.server.live;

import java.util.List;
import java.util.stream.Collectors;
import org.plumbline.server.training.BegunAnyway;

/** A set was not begun: there is something to be read first. Its message is what, in plain words. */
final class UnansweredException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<BegunAnyway> questions;

    UnansweredException(List<BegunAnyway> questions) {
        super(questions.stream().map(BegunAnyway::sentence).collect(Collectors.joining(" ")));
        this.questions = questions;
    }

    List<BegunAnyway> questions() {
        return questions;
    }
}
