package org.plumbline.core.simulation;

/** Writes the repetitions of a set, whatever they are. */
interface SetPlanner {
    /** What has to be done before the first repetition. */
    void begin();

    /** The repetition of that number, from 1. */
    void repetition(int repetition);

    /** What has to be done after the last repetition. */
    void finish(int repetitions);
}
