package org.plumbline.core.simulation;

import java.util.Locale;

/** Refuses faults that no body can have, or that the exercise has no place for. */
final class FaultRanges {
    /** More flexion than this under the bar would be past what a spine does. */
    private static final double LARGEST_FLEXION_DEG = 45;

    /** About twice the axial rotation of a lumbar spine. */
    private static final double LARGEST_TWIST_DEG = 30;

    /** About the lateral bend of a lumbar spine. */
    private static final double LARGEST_BEND_DEG = 30;

    /** A pelvis has no more to give at the bottom of a squat. */
    private static final double LARGEST_TUCK_DEG = 30;

    /** About the lumbar extension of a supple person from standing. */
    private static final double LARGEST_EXTENSION_DEG = 30;

    private static final double LARGEST_PITCH_DEG = 30;
    private static final double LARGEST_DEPTH_LOSS_PERCENT = 80;
    private static final double LARGEST_YANK = 5;
    private static final double LARGEST_TREMOR_DEG = 5;

    /** Slower than a fifth of the first repetition a pull comes to a stop. */
    private static final double LARGEST_SPEED_LOSS_PERCENT = 80;

    private FaultRanges() {}

    static void check(SimulatedFault fault, String exercise, int repetitions) {
        if (fault instanceof SimulatedFault.InRepetition one) {
            checkRepetition(nameOf(fault), one.repetition(), repetitions);
        }
        if (fault instanceof SimulatedFault.Rounding rounding) {
            checkRange("gain of rounding", rounding.gainDeg(), 0, LARGEST_FLEXION_DEG, "deg");
        } else if (fault instanceof SimulatedFault.Twist twist) {
            checkRange("rotation of twist", twist.rotationDeg(), -LARGEST_TWIST_DEG, LARGEST_TWIST_DEG, "deg");
        } else if (fault instanceof SimulatedFault.SideBend bend) {
            checkRange("side bend", bend.bendDeg(), -LARGEST_BEND_DEG, LARGEST_BEND_DEG, "deg");
        } else if (fault instanceof SimulatedFault.Tuck tuck) {
            if (!exercise.equals(SimulationScript.SQUAT)) {
                throw new IllegalArgumentException("tuck belongs to the squat, not to " + exercise);
            }
            checkRange("tuck", tuck.tuckDeg(), 0, LARGEST_TUCK_DEG, "deg");
        } else if (fault instanceof SimulatedFault.HipShoot shoot) {
            checkLift("hip shoot", exercise);
            checkRange("pitch of hip shoot", shoot.pitchDeg(), 0, LARGEST_PITCH_DEG, "deg");
        } else if (fault instanceof SimulatedFault.HyperExtension over) {
            checkRange("hyperextension", over.extensionDeg(), 0, LARGEST_EXTENSION_DEG, "deg");
        } else if (fault instanceof SimulatedFault.DepthLoss loss) {
            checkRange("depth loss", loss.lossPercent(), 0, LARGEST_DEPTH_LOSS_PERCENT, "%");
        } else if (fault instanceof SimulatedFault.Yank yank) {
            checkLift("yank", exercise);
            checkRange("yank", yank.timesUsual(), 1, LARGEST_YANK, "times");
        } else if (fault instanceof SimulatedFault.Shaky shaky) {
            checkRange("tremor", shaky.amplitudeDeg(), 0, LARGEST_TREMOR_DEG, "deg");
        } else if (fault instanceof SimulatedFault.Drift drift) {
            checkRange(
                    "drift up to the last repetition",
                    drift.degPerRepetition() * (repetitions - 1),
                    -LARGEST_FLEXION_DEG,
                    LARGEST_FLEXION_DEG,
                    "deg");
        } else if (fault instanceof SimulatedFault.Tiring tiring) {
            checkRange("speed loss", tiring.speedLossPercent(), 0, LARGEST_SPEED_LOSS_PERCENT, "%");
        }
    }

    private static String nameOf(SimulatedFault fault) {
        return fault.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static void checkLift(String fault, String exercise) {
        if (!LiftTechnique.EXERCISES.contains(exercise)) {
            throw new IllegalArgumentException(
                    fault + " needs a way up from the bottom, which " + exercise + " has not");
        }
    }

    private static void checkRepetition(String fault, int repetition, int repetitions) {
        if (repetition < 1 || repetition > repetitions) {
            throw new IllegalArgumentException("repetition of " + fault + " must be 1 to " + repetitions
                    + " (the repetitions of the set), but is " + repetition);
        }
    }

    private static void checkRange(String what, double value, double least, double most, String unit) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    what + " must be " + least + " to " + most + " " + unit + ", but is " + value);
        }
    }
}
