package org.plumbline.server.live;

import java.util.List;
import java.util.stream.Collectors;
import org.plumbline.server.training.SetQuestion;

/** A set was not begun: there is something to be read first. Its message is what, in plain words. */
final class UnansweredException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<SetQuestion> questions;

    UnansweredException(List<SetQuestion> questions) {
        super(questions.stream().map(SetQuestion::sentence).collect(Collectors.joining(" ")));
        this.questions = questions;
    }

    List<SetQuestion> questions() {
        return questions;
    }
}
