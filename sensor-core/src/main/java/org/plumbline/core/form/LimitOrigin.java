package org.plumbline.core.form;

/** Who set a limit. */
public enum LimitOrigin {
    /** The metric catalogue. */
    DEFAULT,
    /** The lifter or their coach. */
    PERSON,
    /** A therapist: only ever lowers what stands. */
    THERAPIST
}
