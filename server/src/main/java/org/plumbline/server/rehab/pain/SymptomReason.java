package org.plumbline.server.rehab.pain;

/** Why the symptom questions are asked. */
public enum SymptomReason implements Worded {
    /** Pain was logged and they were never answered. */
    START,
    /** A set was stopped for sharp pain. */
    STOP,
    /** Pain rose by two points or more. */
    RISE,
    /** A week has gone by in rehab. */
    WEEKLY,
    /** The person opened them. */
    OWN
}
