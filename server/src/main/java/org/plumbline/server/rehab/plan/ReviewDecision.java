package org.plumbline.server.rehab.plan;

/** What a review comes to. It is said in a word: what is left out must not lift what somebody is to leave out. */
enum ReviewDecision {
    /** It stands until a day. */
    KEEP,
    /** It is over. */
    LIFT
}
