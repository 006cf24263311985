package org.plumbline.core.simulation;

import java.util.List;

/**
 * The shock that runs up the body when the bar meets the floor or plates meet: a short damped shake.
 *
 * <p>Given as a displacement, not as an acceleration, so that velocity and position stay consistent and nothing is left
 * of it afterwards.
 */
final class FloorImpact {
    private static final double FREQUENCY_RAD_PER_S = 2 * Math.PI * 18;
    private static final double DECAY_S = 0.022;

    /** After this the shake is below a millionth of its peak. */
    private static final double LASTS_S = 0.5;

    /**
     * @param timeS when
     * @param x strength along the earth's x, a bar on the floor is 1
     * @param y strength along the earth's y
     * @param up strength upward
     */
    record Touchdown(double timeS, double x, double y, double up) {
        /** A bar on the floor. */
        static Touchdown ofBar(double timeS) {
            return new Touchdown(timeS, 0, 0, 1);
        }
    }

    private final Touchdown[] touchdowns;

    /** @param touchdowns in the order of time, half a second or more apart */
    FloorImpact(List<Touchdown> touchdowns) {
        this.touchdowns = touchdowns.toArray(new Touchdown[0]);
    }

    /**
     * Moves a position by the shake: {@code scaleM} times a shape that is smooth, with neither velocity nor acceleration at
     * the start.
     */
    void shake(double timeS, double scaleM, double[] positionM) {
        int last = lastBy(timeS);
        if (last < 0 || timeS - touchdowns[last].timeS() > LASTS_S) {
            return;
        }
        Touchdown touchdown = touchdowns[last];
        double elapsedS = timeS - touchdown.timeS();
        double decays = elapsedS / DECAY_S;
        double shape = decays * decays * Math.exp(-decays) * Math.sin(FREQUENCY_RAD_PER_S * elapsedS);
        positionM[0] -= scaleM * shape * touchdown.x();
        positionM[1] -= scaleM * shape * touchdown.y();
        positionM[2] -= scaleM * shape * touchdown.up();
    }

    private int lastBy(double timeS) {
        int low = 0;
        int high = touchdowns.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (touchdowns[middle].timeS() <= timeS) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
