package org.plumbline.server.training;

import org.plumbline.server.web.Words;

/** A set cannot be analysed again just now; the message is for the person. */
public final class AnalysisBusyException extends CorrectionRefusedException {
    private static final long serialVersionUID = 1L;

    AnalysisBusyException() {
        super(Words.say("reanalysis.busy"));
    }
}
