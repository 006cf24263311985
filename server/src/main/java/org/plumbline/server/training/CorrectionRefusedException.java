package org.plumbline.server.training;

/** A correction that cannot be made; the message is for the person. */
public class CorrectionRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CorrectionRefusedException(String message) {
        super(message);
    }
}
