package org.plumbline.core.simulation;

/**
 * How long the phases of a repetition last, before the variation from one to the next.
 *
 * <p>In exercises that begin with the way up, the way down comes last and the bottom is the rest after it.
 *
 * @param downS way down, seconds
 * @param bottomS dwell at the bottom, seconds
 * @param upS way up of the untired lifter, seconds
 * @param topS hold at the top, seconds
 */
public record SimulatedTempo(double downS, double bottomS, double upS, double topS) {
    private static final double SHORTEST_WAY_S = 0.4;
    private static final double LONGEST_WAY_S = 10;
    private static final double LONGEST_HOLD_S = 120;

    public SimulatedTempo {
        check("downS", downS, SHORTEST_WAY_S, LONGEST_WAY_S);
        check("bottomS", bottomS, 0, LONGEST_HOLD_S);
        check("upS", upS, SHORTEST_WAY_S, LONGEST_WAY_S);
        check("topS", topS, 0, LONGEST_HOLD_S);
    }

    private static void check(String what, double seconds, double least, double most) {
        if (!(seconds >= least && seconds <= most)) {
            throw new IllegalArgumentException(what + " must be " + least + " to " + most + " s, but is " + seconds);
        }
    }
}
