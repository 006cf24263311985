package org.plumbline.core.calibration;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.orientation.OrientationTick;
import org.plumbline.core.orientation.OrientationTickSink;
import org.plumbline.core.orientation.Quaternions;

/**
 * Finds the calibration of a stream as it comes: standing still, then slow bows, then the set; marked or found in the data.
 * Where someone never stands still or never bows, it makes do with the movement there is and says so.
 *
 * <p>Every tick is kept (up to a minute) until the calibration stands; {@link #replayTo} then gives them back, so that
 * nothing that was lifted meanwhile is lost.
 */
public final class CalibrationFinder {
    /** What the person is to do. */
    public enum Stage {
        STAND_STILL,
        BOW,
        DONE
    }

    /** Ticks kept: one minute. */
    private static final int BUFFER_TICKS = 60 * OrientationGrid.RATE_HZ;

    /** Standing pause needed, beyond the second the rest detector takes to see it, s. */
    private static final double NEUTRAL_S = 1.0;

    /** With so much movement and no standing pause, waiting longer helps nobody, s. */
    private static final double MOVEMENT_WITHOUT_PAUSE_S = 12;

    /** Tilting faster than this is movement, degrees per second. */
    private static final double MOVING_DEG_PER_S = 15;

    /** So much movement in the set shows the bending axis, s. */
    private static final double MOVEMENT_FOR_AXIS_S = 1;

    /** A marked stretch is believed when it has at least this many ticks. */
    private static final int FEWEST_MARKED_TICKS = 20;

    private CalibrationPlan plan;
    private final int sensorCount;
    private final int primary;
    private final TickBuffer buffer = new TickBuffer(BUFFER_TICKS);
    private final NeutralPose candidate;
    private final NeutralPose neutral;
    private final BowSearch bows;
    private final double[] up = new double[3];
    private final double[] neutralUp = new double[3];
    private double movementS;
    private final double[] previousUp = new double[3];
    private boolean hasPreviousUp;
    private Stage stage = Stage.STAND_STILL;
    private @Nullable Calibration calibration;
    private boolean bowsFoundInData;

    /**
     * @param sensorCount sensors of the stream; with two, 0 is the lower and 1 the upper
     * @param primary the sensor whose inclination tells bows: the upper where there is one
     * @param shallowestBowDeg inclination of that sensor in a bow, at the least, degrees
     * @param plan what is marked
     */
    public CalibrationFinder(int sensorCount, int primary, double shallowestBowDeg, CalibrationPlan plan) {
        this.plan = plan;
        this.sensorCount = sensorCount;
        this.primary = primary;
        candidate = new NeutralPose(sensorCount);
        neutral = new NeutralPose(sensorCount);
        bows = new BowSearch(shallowestBowDeg);
    }

    public Stage stage() {
        return stage;
    }

    /** The calibration, or null while it is being looked for. */
    public @Nullable Calibration calibration() {
        return calibration;
    }

    /** Whether the bows were told by their shape alone, so that a short set could have been taken for them. */
    public boolean bowsFoundInData() {
        return bowsFoundInData;
    }

    /** Gives back every tick kept, oldest first. */
    public void replayTo(OrientationTickSink sink) {
        buffer.replayTo(sink);
    }

    /** Lets the kept ticks go. */
    public void forget() {
        buffer.clear();
    }

    /** Takes the next tick; not called any more once the calibration stands. */
    public void accept(OrientationTick tick) {
        buffer.add(tick);
        if (!tick.complete()) {
            return;
        }
        noteMovement(tick);
        takeNeutral(tick);
        if (neutral.isEmpty()) {
            if (movementS > MOVEMENT_WITHOUT_PAUSE_S && !plan.neutralMarked()) {
                complete(startOfSetAfter(CalibrationPlan.UNKNOWN), List.of());
            }
            return;
        }
        if (stage == Stage.STAND_STILL) {
            stage = Stage.BOW;
        }
        if (plan.bendMarked()) {
            if (tick.timeMicros >= plan.bendToMicros()) {
                complete(startOfSetAfter(plan.bendToMicros()), List.of());
            }
        } else if (plan.setMarked() || plan.neutralMarked()) {
            searchBows(tick);
            if (calibration == null && inMarkedSet(tick.timeMicros) && movementS > MOVEMENT_FOR_AXIS_S) {
                complete(startOfSetAfter(neutral.toMicros()), List.of());
            }
        } else {
            searchBows(tick);
        }
    }

    private boolean inMarkedSet(long timeMicros) {
        return plan.setMarked() && timeMicros >= plan.setFromMicros();
    }

    private long startOfSetAfter(long timeMicros) {
        return plan.setMarked() ? plan.setFromMicros() : timeMicros;
    }

    private void noteMovement(OrientationTick tick) {
        Quaternions.upInFrame(tick.orientation[primary], up);
        if (hasPreviousUp && angleDeg(up, previousUp) * OrientationGrid.RATE_HZ > MOVING_DEG_PER_S) {
            movementS += 1.0 / OrientationGrid.RATE_HZ;
        }
        System.arraycopy(up, 0, previousUp, 0, 3);
        hasPreviousUp = true;
    }

    private void takeNeutral(OrientationTick tick) {
        if (plan.neutralMarked()) {
            if (tick.timeMicros >= plan.neutralFromMicros() && tick.timeMicros <= plan.neutralToMicros()) {
                candidate.add(tick);
            } else if (neutral.isEmpty() && tick.timeMicros > plan.neutralToMicros()) {
                adoptCandidate();
            }
            return;
        }
        if (bows.isOut() || bows.hasExcursions()) {
            return;
        }
        if (tick.still) {
            candidate.add(tick);
            if (candidate.durationS() >= NEUTRAL_S) {
                adoptCandidate();
            }
        } else {
            candidate.clear();
        }
    }

    private void adoptCandidate() {
        if (!candidate.isEmpty()) {
            neutral.set(candidate);
            neutral.upOf(primary, neutralUp);
        }
    }

    private void searchBows(OrientationTick tick) {
        Quaternions.upInFrame(tick.orientation[primary], up);
        if (bows.accept(tick.timeMicros, angleDeg(up, neutralUp), tick.still)) {
            bowsFoundInData = !plan.setMarked();
            complete(startOfSetAfter(tick.timeMicros), bows.excursions());
        } else if (bows.isLifting() || (buffer.isFull() && bows.hasMoved())) {
            complete(startOfSetAfter(neutral.toMicros()), List.of());
        }
    }

    private static double angleDeg(double[] a, double[] b) {
        double x = a[1] * b[2] - a[2] * b[1];
        double y = a[2] * b[0] - a[0] * b[2];
        double z = a[0] * b[1] - a[1] * b[0];
        double dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
        return Math.toDegrees(Math.atan2(Math.sqrt(x * x + y * y + z * z), dot));
    }

    /**
     * The lifter skips what is left of the calibration: the set begins at that time. The axis of bending is then taken from
     * the first second of movement.
     */
    public void beginSet(long timeMicros) {
        if (calibration == null) {
            movementS = 0;
            plan = new CalibrationPlan(
                    plan.neutralFromMicros(),
                    plan.neutralToMicros(),
                    CalibrationPlan.UNKNOWN,
                    CalibrationPlan.UNKNOWN,
                    timeMicros,
                    plan.setToMicros());
        }
    }

    /** The stream is over: makes the best of what there is. */
    public void finish() {
        if (calibration != null || buffer.size() < FEWEST_MARKED_TICKS) {
            return;
        }
        if (neutral.isEmpty() && plan.neutralMarked()) {
            adoptCandidate();
        }
        complete(startOfSetAfter(neutral.isEmpty() ? CalibrationPlan.UNKNOWN : neutral.toMicros()), List.of());
    }

    /** Takes what looked like bows as the set: made anew from the same ticks, which are still kept. */
    public void takeBowsAsSet() {
        bowsFoundInData = false;
        complete(startOfSetAfter(neutral.toMicros()), List.of());
    }

    private void complete(long setStartMicros, List<BowSearch.Excursion> excursions) {
        long bendFrom = plan.bendFromMicros();
        long bendTo = plan.bendToMicros();
        if (!plan.bendMarked() && !excursions.isEmpty()) {
            bendFrom = excursions.get(0).fromMicros() - 1_500_000;
            bendTo = excursions.get(excursions.size() - 1).toMicros() + 500_000;
        }
        List<String> messages = new ArrayList<>();
        NeutralPose pose = neutral;
        CalibrationGrade neutralGrade = neutral.grade();
        if (neutral.isEmpty()) {
            pose = new UprightSearch(buffer, sensorCount, primary).find();
            neutralGrade = pose.isEmpty() ? CalibrationGrade.NONE : CalibrationGrade.POOR;
            messages.add("No standing pause was found: neutral was taken from the most upright posture of the set. "
                    + "Stand still for three seconds before the first repetition.");
        } else if (neutralGrade == CalibrationGrade.POOR) {
            messages.add("The standing pause was not quiet: angles from neutral may be off by a few degrees. "
                    + "Stand still for three seconds, arms hanging.");
        }
        calibration = new CalibrationMaker(buffer, sensorCount, pose, neutralGrade)
                .make(bendFrom, bendTo, setStartMicros, messages);
        stage = Stage.DONE;
    }
}
