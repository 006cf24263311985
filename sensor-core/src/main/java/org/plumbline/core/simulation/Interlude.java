package org.plumbline.core.simulation;

/** What a simulated lifter does besides repetitions, and a detector must not count. */
public sealed interface Interlude {
    /** After which repetition; 0 for before the set, the last one for after the set. */
    int afterRepetition();

    /**
     * Stands at the top a while longer.
     *
     * @param afterRepetition after which repetition
     * @param pauseS how much longer, seconds
     */
    record Pause(int afterRepetition, double pauseS) implements Interlude {}

    /**
     * Walks away from the spot and back to it, in a deadlift with the bar in the hands.
     *
     * @param afterRepetition after which repetition
     * @param steps steps there, and as many back
     */
    record Walk(int afterRepetition, int steps) implements Interlude {}

    /**
     * Bends for a plate, half to one side, and stands up with it. Amid a deadlift the bar is put down first, and the way up
     * without it is no repetition either.
     *
     * @param afterRepetition after which repetition
     */
    record PlatePickup(int afterRepetition) implements Interlude {}

    /**
     * Lets go of the bar and takes it anew: the trunk comes up by 8 to 14 degrees and goes back, twice. In a deadlift at the
     * floor before the next pull, otherwise a small bow at the top.
     *
     * @param afterRepetition after which repetition
     */
    record Regrip(int afterRepetition) implements Interlude {}
}
