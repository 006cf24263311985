package org.plumbline.core.simulation;

import java.util.List;

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
        double sum = 0;
        for (SimulatedFault fault : faults) {
            if (fault instanceof SimulatedFault.Rounding rounding && rounding.repetition() == repetition) {
                sum += rounding.gainDeg();
            }
        }
        return sum;
    }

    /** Peak axial rotation while the bar moves up. */
    double twistDeg(int repetition) {
        double sum = 0;
        for (SimulatedFault fault : faults) {
            if (fault instanceof SimulatedFault.Twist twist && twist.repetition() == repetition) {
                sum += twist.rotationDeg();
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
