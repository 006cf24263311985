package org.plumbline.core.clock;

import java.util.Arrays;

/** The period of a stream, learned as the median of its last steps: lost samples do not move it. */
final class SamplePeriod {
    private static final int STEPS = 64;
    private static final int ENOUGH = 8;
    private static final int RENEW_EVERY = 32;

    private final long[] steps = new long[STEPS];
    private final long[] sorted = new long[STEPS];
    private int count;
    private int place;
    private int sinceRenewed;
    private double periodMicros = Double.NaN;

    void accept(long stepMicros) {
        steps[place] = stepMicros;
        place = (place + 1) % STEPS;
        count = Math.min(STEPS, count + 1);
        sinceRenewed++;
        boolean early = count < STEPS && count % ENOUGH == 0;
        if (early || sinceRenewed >= RENEW_EVERY) {
            renew();
        }
    }

    /** NaN until enough has been seen. */
    double micros() {
        return periodMicros;
    }

    void clear() {
        count = 0;
        place = 0;
        sinceRenewed = 0;
        periodMicros = Double.NaN;
    }

    private void renew() {
        System.arraycopy(steps, 0, sorted, 0, count);
        Arrays.sort(sorted, 0, count);
        periodMicros = sorted[count / 2];
        sinceRenewed = 0;
    }
}
