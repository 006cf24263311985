package org.plumbline.core.simulation;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the scripted faults add up to for one repetition. */
final class FaultPlan {
    private final List<SimulatedFault> faults;
    private final int repetitions;

    FaultPlan(SimulationScript script) {
        faults = script.faults();
        repetitions = script.repetitions();
    }

    /** Extra lumbar flexion after bar break. */
    double roundingDeg(int repetition) {
        return sum(SimulatedFault.Rounding.class, repetition, SimulatedFault.Rounding::gainDeg);
    }

    /** Peak axial rotation while the bar moves up. */
    double twistDeg(int repetition) {
        return sum(SimulatedFault.Twist.class, repetition, SimulatedFault.Twist::rotationDeg);
    }

    /** Peak lateral bend while the bar moves up. */
    double sideBendDeg(int repetition) {
        return sum(SimulatedFault.SideBend.class, repetition, SimulatedFault.SideBend::bendDeg);
    }

    /** Lumbar flexion over the last part of the way down. */
    double tuckDeg(int repetition) {
        return sum(SimulatedFault.Tuck.class, repetition, SimulatedFault.Tuck::tuckDeg);
    }

    /** How far the trunk pitches forward as the way up begins. */
    double hipShootDeg(int repetition) {
        return sum(SimulatedFault.HipShoot.class, repetition, SimulatedFault.HipShoot::pitchDeg);
    }

    /** Lumbar extension beyond neutral at the top. */
    double hyperExtensionDeg(int repetition) {
        return sum(SimulatedFault.HyperExtension.class, repetition, SimulatedFault.HyperExtension::extensionDeg);
    }

    /** Share of the usual range that is gone through. */
    double rangeShare(int repetition) {
        double lossPercent = sum(SimulatedFault.DepthLoss.class, repetition, SimulatedFault.DepthLoss::lossPercent);
        return 1 - Math.min(100, lossPercent) / 100;
    }

    /** Acceleration of the first fifth of the way up against a clean one; 0 where it is not jerked. */
    double yankTimes(int repetition) {
        return sum(SimulatedFault.Yank.class, repetition, SimulatedFault.Yank::timesUsual);
    }

    /** Amplitude of the tremor on both ways. */
    double tremorDeg(int repetition) {
        return sum(SimulatedFault.Shaky.class, repetition, SimulatedFault.Shaky::amplitudeDeg);
    }

    private <F extends SimulatedFault.InRepetition> double sum(
            Class<F> kind, int repetition, ToDoubleFunction<F> size) {
        double sum = 0;
        for (SimulatedFault fault : faults) {
            if (kind.isInstance(fault) && kind.cast(fault).repetition() == repetition) {
                sum += size.applyAsDouble(kind.cast(fault));
            }
        }
        return sum;
    }

    /** Extra lumbar flexion at the bottom, the set-up posture included. */
    double driftDeg(int repetition) {
        double sum = 0;
        for (SimulatedFault fault : faults) {
            if (fault instanceof SimulatedFault.Drift drift) {
                sum += drift.degPerRepetition() * (repetition - 1);
            }
        }
        return sum;
    }

    /**
     * Speed of the way up as a share of the unfatigued speed: falls evenly to its last value at the last repetition.
     */
    double speedShare(int repetition) {
        double progress = repetitions == 1 ? 1 : (repetition - 1) / (double) (repetitions - 1);
        double share = 1;
        for (SimulatedFault fault : faults) {
            if (fault instanceof SimulatedFault.Tiring tiring) {
                share *= 1 - progress * tiring.speedLossPercent() / 100;
            }
        }
        return share;
    }
}
