package org.plumbline.bench.orientation;

import java.util.List;
import java.util.Random;
import org.plumbline.core.imu.ImuSample;

/**
 * Something that can happen to the samples of one sensor between the body and the analysis.
 *
 * @param name as the tables name it
 * @param way how it comes about
 */
record Damage(String name, Way way) {

    /** Makes the damaged samples; leaves the measured ones as they are. */
    @FunctionalInterface
    interface Way {
        DamagedSamples damage(List<ImuSample> measured, Random random);
    }

    /** Nothing: the recording as it is. */
    static final Damage NONE = new Damage("none", (measured, random) -> DamagedSamples.allOf(measured));

    /** Everything that is measured. */
    static List<Damage> all() {
        return List.of(
                new Damage("5 % lost", SampleLoss::single),
                new Damage("holes of 1 s", SampleLoss::holes),
                new Damage("clipped, flagged", new Clipping(0, 0, true)),
                new Damage("clipped, not flagged", new Clipping(0, 0, false)),
                new Damage("clipped at a real range, flagged", Clipping.atRealRange(true)),
                new Damage("clipped at a real range, not flagged", Clipping.atRealRange(false)),
                new Damage("1 % wild, in range", WildSamples::withinRange),
                new Damage("1 % wild, beyond any range", WildSamples::beyondRange),
                new Damage("30 % stamps repeated", StampDamage::repeated),
                new Damage("30 % stamps backwards", StampDamage::backwards));
    }

    /** The same damage for the same sensor of the same recording, in every run. */
    DamagedSamples to(List<ImuSample> measured, String place) {
        return way.damage(measured, new Random((name + " " + place).hashCode()));
    }
}
