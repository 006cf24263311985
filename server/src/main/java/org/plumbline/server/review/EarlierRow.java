package org.plumbline.server.review;

import java.util.UUID;
import org.plumbline.server.training.EarlierAnalysis;
import org.plumbline.server.training.Moments;
import org.plumbline.server.web.Words;

/** An earlier result of a set, in one line. */
record EarlierRow(UUID id, String text) {
    static EarlierRow of(EarlierAnalysis one, Moments moments) {
        return new EarlierRow(
                one.id(),
                Words.say(
                        "set.earlier.one",
                        moments.say(one.replacedAt()),
                        one.software(),
                        one.algorithm(),
                        one.repetitions(),
                        one.flagged()));
    }
}
