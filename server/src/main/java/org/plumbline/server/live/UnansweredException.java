package org.plumbline.server.live;

import java.util.List;
import org.plumbline.server.training.SetQuestion;

/** A set was not begun: there is something to be read first. */
final class UnansweredException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<SetQuestion> questions;

    UnansweredException(List<SetQuestion> questions) {
        // what is asked may be of somebody's health, and messages of exceptions stand in logs
        super(questions.size() + " questions are to be read first");
        this.questions = questions;
    }

    List<SetQuestion> questions() {
        return questions;
    }
}
