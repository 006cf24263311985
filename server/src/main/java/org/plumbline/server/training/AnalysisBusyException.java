package org.plumbline.server.training;

/** A set cannot be analysed again just now; the message is for the person. */
public final class AnalysisBusyException extends CorrectionRefusedException {
    private static final long serialVersionUID = 1L;

    AnalysisBusyException() {
        super("Other sets are being analysed. Nothing was changed. Try again in a minute.");
    }
}
