package org.plumbline.core.form;

/** M25: what the signals of a repetition are less than good for. Decided and stored by its name, told by its sentence. */
public enum SignalDoubt {
    MISSING_SAMPLES("Samples are missing."),
    UNCERTAIN_ANGLES("The sensors' angles are uncertain."),
    CALIBRATION_NOT_GOOD("The calibration is not good."),
    WAY_UP_TOO_SHORT("The way up is too short to be measured."),
    /** What a newer version stored under a name this one does not have: nothing is judged on such signals. */
    NOT_KNOWN_HERE("A newer version found something against the signals that this one does not know.");

    private final String sentence;

    SignalDoubt(String sentence) {
        this.sentence = sentence;
    }

    /** What a person reads. */
    public String sentence() {
        return sentence;
    }
}
