package org.plumbline.core.form;

import java.util.Locale;

/** Why a metric that belongs to a repetition has no value. */
public enum NotAssessedReason {
    ONE_SENSOR("one sensor cannot see it"),
    MISSING_SAMPLES("samples are missing"),
    IMPLAUSIBLE_SENSOR("what a sensor it rests on says cannot be"),
    UNCERTAIN("its error is larger than the smallest change that counts"),
    NO_MAXIMUM("the largest flexion is not known well enough: that takes slow bows, each as deep"),
    NO_CALIBRATION("how the person stands upright is not known well enough"),
    NO_REFERENCE("there is nothing to compare it with yet"),
    TOO_SHORT("the movement is too short"),
    TOO_SMALL("the movement is too small"),
    NOT_WITH_WEIGHT("the trunk does not move with the weight"),
    UNFINISHED("the movement was not finished");

    private final String words;

    NotAssessedReason(String words) {
        this.words = words;
    }

    /** The reason for people, to follow "not assessed:". */
    public String words() {
        return words;
    }

    /** The name in JSON, for example {@code one_sensor}. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
