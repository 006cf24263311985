package org.plumbline.bench.clock;

import java.util.Random;

/**
 * When the notifications of one sensor reach the host, over a Bluetooth connection: only at its connection events, again at
 * the next one where one was lost in the air, in order, and later by what the host does meanwhile.
 */
final class RadioLink {
    static final double LOST_IN_THE_AIR = 0.02;
    static final double HOST_JITTER_S = 0.002;
    static final double STALL_CHANCE = 0.002;
    static final double SHORTEST_STALL_S = 0.05;
    static final double LONGEST_STALL_S = 0.25;

    private final double intervalS;
    private final Random random;
    private double anchorS;
    private long lastEvent = Long.MIN_VALUE;
    private double lastArrivalS = Double.NEGATIVE_INFINITY;

    RadioLink(double intervalS, Random random) {
        this.intervalS = intervalS;
        this.random = random;
        anchorS = intervalS * random.nextDouble();
    }

    /** Host time at which a notification arrives that was ready at that host time; in order. */
    double arrivalS(double readyS) {
        long event = Math.max(lastEvent, (long) Math.ceil((readyS - anchorS) / intervalS));
        while (random.nextDouble() < LOST_IN_THE_AIR) {
            event++;
        }
        lastEvent = event;
        double arrivalS = anchorS + event * intervalS - HOST_JITTER_S * Math.log(1 - random.nextDouble());
        if (random.nextDouble() < STALL_CHANCE) {
            arrivalS += SHORTEST_STALL_S + (LONGEST_STALL_S - SHORTEST_STALL_S) * random.nextDouble();
        }
        lastArrivalS = Math.max(lastArrivalS, arrivalS);
        return lastArrivalS;
    }

    /** A new connection has its events at other moments. */
    void connectAnew() {
        anchorS = intervalS * random.nextDouble();
        lastEvent = Long.MIN_VALUE;
    }
}
