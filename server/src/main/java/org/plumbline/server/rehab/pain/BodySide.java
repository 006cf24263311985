package org.plumbline.server.rehab.pain;

/** A side of the body, as the person who has it calls it. */
public enum BodySide implements Worded {
    LEFT,
    MIDDLE,
    RIGHT
}
