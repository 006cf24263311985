package org.plumbline.core.simulation;

import java.util.List;

/**
 * The shock that runs up the body when the bar meets the floor: a short damped vertical shake.
 *
 * <p>Given as a displacement, not as an acceleration, so that velocity and position stay consistent and nothing is left
 * of it afterwards.
 */
final class FloorImpact {
    private static final double FREQUENCY_RAD_PER_S = 2 * Math.PI * 18;
    private static final double DECAY_S = 0.022;

    /** After this the shake is below a millionth of its peak. */
    private static final double LASTS_S = 0.5;

    private final double[] touchdownsS;

    FloorImpact(List<Double> touchdownsS) {
        this.touchdownsS = touchdownsS.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Displacement as a share of its scale; smooth, with neither velocity nor acceleration at the start. */
    double shapeAt(double timeS) {
        int low = 0;
        int high = touchdownsS.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (touchdownsS[middle] <= timeS) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0 || timeS - touchdownsS[low - 1] > LASTS_S) {
            return 0;
        }
        double elapsedS = timeS - touchdownsS[low - 1];
        double decays = elapsedS / DECAY_S;
        return decays * decays * Math.exp(-decays) * Math.sin(FREQUENCY_RAD_PER_S * elapsedS);
    }
}
