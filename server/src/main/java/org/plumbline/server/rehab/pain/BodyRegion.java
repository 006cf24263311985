package org.plumbline.server.rehab.pain;

/** A part of the body a person can point at. It names where, never what lies beneath. */
public enum BodyRegion implements Worded {
    NECK(View.BACK, true),
    UPPER_BACK(View.BACK, true),
    MID_BACK(View.BACK, true),
    LOWER_BACK(View.BACK, true),
    BACK_OF_PELVIS(View.BACK, true),
    BUTTOCK(View.BACK, false),
    BACK_OF_THIGH(View.BACK, false),
    CALF(View.BACK, false),
    SHOULDER(View.FRONT, false),
    ARM(View.FRONT, false),
    HAND(View.FRONT, false),
    CHEST(View.FRONT, true),
    BELLY(View.FRONT, true),
    HIP_AND_GROIN(View.FRONT, false),
    FRONT_OF_THIGH(View.FRONT, false),
    KNEE(View.FRONT, false),
    SHIN(View.FRONT, false),
    FOOT(View.FRONT, false);

    /** From where a body is looked at. */
    public enum View implements Worded {
        BACK,
        FRONT
    }

    private final View view;
    private final boolean middle;

    BodyRegion(View view, boolean middle) {
        this.view = view;
        this.middle = middle;
    }

    /** Where it is drawn. */
    public View view() {
        return view;
    }

    /** Whether it has a middle. */
    public boolean hasMiddle() {
        return middle;
    }
}
