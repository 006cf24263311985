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
        /** Stand still, so that neutral is known. */
        STAND_STILL,
        /** Bow slowly, or begin the set. */
        BOW,
        /** Nothing more: the set runs. */
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

    /** Fewer ticks tell nothing: neither a marked pause nor a whole recording. */
    private static final int FEWEST_TICKS = 20;

    private CalibrationPlan plan;
    private final int sensorCount;
    private final int primary;
    private final TickBuffer buffer = new TickBuffer(BUFFER_TICKS);
    private final NeutralPose candidate;
    private final NeutralPose neutral;
    private final BowSearch bows;
    private final double[] up = new double[3];
    private final double[] neutralUp = new double[3];
    private final double[] previousUp = new double[3];
    private boolean hasPreviousUp;
    private double movementS;
    private long latestMicros = CalibrationPlan.UNKNOWN;
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
        if (calibration != null) {
            return Stage.DONE;
        }
        if (neutral.isEmpty()) {
            return Stage.STAND_STILL;
        }
        return inMarkedSet() ? Stage.DONE : Stage.BOW;
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
        latestMicros = tick.timeMicros;
        if (!tick.complete()) {
            return;
        }
        noteMovement(tick);
        takeNeutral(tick);
        if (tick.timeMicros >= plan.bendToMicros()) {
            lookForCalibration(tick);
        }
        if (calibration == null && losesMarkedSet()) {
            complete(plan.setFromMicros(), List.of());
        }
    }

    private void lookForCalibration(OrientationTick tick) {
        if (neutral.isEmpty()) {
            if (movementS > MOVEMENT_WITHOUT_PAUSE_S && !plan.neutralMarked()) {
                complete(startOfSetAfter(plan.bendToMicros()), List.of());
            }
        } else if (plan.bendMarked()) {
            complete(startOfSetAfter(plan.bendToMicros()), List.of());
        } else {
            searchBows(tick);
            if (calibration == null && inMarkedSet() && movementS > MOVEMENT_FOR_AXIS_S) {
                complete(plan.setFromMicros(), List.of());
            }
        }
    }

    private boolean inMarkedSet() {
        return plan.setMarked() && latestMicros >= plan.setFromMicros();
    }

    /** Whether the set began so long ago that waiting for a later mark or pause would lose its beginning. */
    private boolean losesMarkedSet() {
        return buffer.isFull()
                && plan.setMarked()
                && buffer.get(0).timeMicros >= plan.setFromMicros()
                && movementS > MOVEMENT_FOR_AXIS_S;
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
                adoptMarked();
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

    /** A mark where hardly anything was recorded is as good as none: then standing still is looked for in the data. */
    private void adoptMarked() {
        if (candidate.ticks() >= FEWEST_TICKS) {
            adoptCandidate();
        } else {
            candidate.clear();
            plan = plan.withoutNeutral();
        }
    }

    private void adoptCandidate() {
        neutral.set(candidate);
        neutral.upOf(primary, neutralUp);
    }

    private void searchBows(OrientationTick tick) {
        Quaternions.upInFrame(tick.orientation[primary], up);
        if (bows.accept(tick.timeMicros, angleDeg(up, neutralUp), tick.still)) {
            bowsFoundInData = !plan.setMarked() && !bows.areFullBows();
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
            plan = plan.beginningSetAt(timeMicros);
        }
    }

    /** The stream is over: makes the best of what there is, if that is anything. */
    public void finish() {
        if (calibration != null || buffer.completeTicks() < FEWEST_TICKS) {
            return;
        }
        if (neutral.isEmpty() && plan.neutralMarked()) {
            adoptMarked();
        }
        if (!neutral.isEmpty() && !plan.setMarked() && bows.areFullBows()) {
            // ended while bowing: nothing has been lifted
            complete(Long.MAX_VALUE, bows.excursions());
            return;
        }
        complete(startOfSetAfter(neutral.isEmpty() ? CalibrationPlan.UNKNOWN : neutral.toMicros()), List.of());
    }

    /** Takes what looked like bows as the set: made anew from the same ticks, which are still kept. */
    public Calibration takeBowsAsSet() {
        bowsFoundInData = false;
        return complete(startOfSetAfter(neutral.toMicros()), List.of());
    }

    private Calibration complete(long setStartMicros, List<BowSearch.Excursion> excursions) {
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
            neutralGrade = CalibrationGrade.POOR;
            messages.add("No standing pause was found: neutral was taken from the most upright posture of the set. "
                    + "Stand still for three seconds before the first repetition.");
        } else if (neutralGrade == CalibrationGrade.POOR) {
            messages.add("The standing pause was not quiet: angles from neutral may be off by a few degrees. "
                    + "Stand still for three seconds, arms hanging.");
        }
        Calibration made = new CalibrationMaker(buffer, sensorCount, pose, neutralGrade)
                .make(bendFrom, bendTo, setStartMicros, messages);
        calibration = made;
        return made;
    }
}
