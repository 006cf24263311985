package org.plumbline.server.training;

/** Tells what waits while nothing at all is written from what is written slowly. One thread. */
final class WaitingWrites {
    /** What waits for less is no standstill. */
    private static final long LONG_S = 30;

    private long waitedS;
    private long writtenMark;

    /**
     * Takes in how it is now.
     *
     * @param longestS how long the oldest has waited
     * @param mark another number whenever anything was written
     * @return whether something has waited long, and nothing was written since the last time
     */
    boolean getNowhere(long longestS, long mark) {
        boolean still = longestS >= LONG_S && longestS >= waitedS && mark == writtenMark;
        waitedS = longestS;
        writtenMark = mark;
        return still;
    }
}
