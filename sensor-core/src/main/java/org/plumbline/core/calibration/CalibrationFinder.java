package org.plumbline.core.calibration;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.orientation.OrientationTick;
import org.plumbline.core.orientation.OrientationTickSink;

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

    /** With so much movement and no standing pause, waiting longer helps nobody, s. */
    private static final double MOVEMENT_WITHOUT_PAUSE_S = 12;

    /** So much movement in the set shows the bending axis, s. */
    private static final double MOVEMENT_FOR_AXIS_S = 1;

    /** What is said where a stored calibration is used unchecked. */
    private static final String NOT_CHECKED =
            "No standing pause was found, so the stored calibration could not be checked."
                    + " Stand still for three seconds before the first repetition.";

    /** A lift begins so long before its lean is seen, µs. */
    private static final long BEFORE_FIRST_LIFT_MICROS = 1_500_000;

    /** From where a bow is seen to have ended until the person stands, µs. */
    private static final long AFTER_BOW_MICROS = 500_000;

    private CalibrationPlan plan;
    private final List<SensorPlacement> placements;
    private final int sensorCount;
    private final int primary;
    private final SensorPresence presence;
    /** An earlier calibration, until it was found not to fit. */
    private @Nullable StoredCalibration stored;

    private final List<String> said = new ArrayList<>();
    private long firstMicros = CalibrationPlan.UNKNOWN;
    private final TickBuffer buffer;
    private final StandingPause pause;
    private final NeutralPose neutral;
    private final TiltingTime tilting;
    private final BowLean lean;
    private final BowSearch bows;
    private long latestMicros = CalibrationPlan.UNKNOWN;
    private @Nullable Calibration calibration;
    private boolean bowsFoundInData;

    /**
     * @param placements where the sensors of the stream sit; with two, the lower first
     * @param shallowestBowDeg inclination of the upper sensor, or the only one, in a bow, at the least, degrees
     * @param plan what is marked
     * @param stored an earlier calibration of the same sensors, or null
     */
    public CalibrationFinder(
            List<SensorPlacement> placements,
            double shallowestBowDeg,
            CalibrationPlan plan,
            @Nullable StoredCalibration stored) {
        this.plan = plan;
        this.placements = List.copyOf(placements);
        // marked bows are made to renew the calibration
        this.stored = plan.bendMarked() ? null : stored;
        sensorCount = placements.size();
        primary = sensorCount - 1;
        presence = new SensorPresence(sensorCount);
        buffer = new TickBuffer(BUFFER_TICKS, sensorCount);
        pause = new StandingPause(plan, sensorCount);
        neutral = pause.found();
        tilting = new TiltingTime(primary);
        lean = new BowLean(sensorCount);
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

    /** The sensor that has been missing for three seconds as of the last tick, so that it is to be named; else −1. */
    public int silentSensor() {
        return presence.silent();
    }

    /** The sensor that was there too rarely to calibrate with, or −1 where all were there alike. */
    public int rarestSensor() {
        return presence.rarest();
    }

    /** Takes the next tick; not called any more once the calibration stands. */
    public void accept(OrientationTick tick) {
        buffer.add(tick);
        latestMicros = tick.timeMicros;
        if (firstMicros == CalibrationPlan.UNKNOWN) {
            firstMicros = tick.timeMicros;
        }
        presence.accept(tick);
        if (!tick.complete()) {
            return;
        }
        tilting.accept(tick);
        if (pause.accept(tick, !bows.isOut() && !bows.hasExcursions())) {
            lean.standAt(neutral);
        }
        if (stored != null && !neutral.isEmpty()) {
            reuse(neutral, neutral.part(placements));
        }
        if (calibration == null && tick.timeMicros >= plan.bendToMicros()) {
            lookForCalibration(tick);
        }
        if (calibration == null && losesMarkedSet()) {
            complete(plan.setFromMicros(), List.of());
        }
    }

    /** Takes the stored calibration where the sensors still sit as they did; otherwise forgets it, and says so. */
    private @Nullable Calibration reuse(NeutralPose pose, CalibrationPart posePart) {
        StoredCalibration earlier = stored;
        stored = null;
        if (earlier == null) {
            return null;
        }
        StoredCheck check = StoredCheck.of(earlier, pose, !neutral.isEmpty(), placements);
        String message = check.message();
        if (message != null) {
            said.add(message);
        }
        if (check.holds()) {
            calibration = new CalibrationMaker(buffer, placements, pose, posePart)
                    .reuse(earlier, check, firstMicros, startOfSetWithoutBows(), said);
        }
        return calibration;
    }

    private void lookForCalibration(OrientationTick tick) {
        if (neutral.isEmpty()) {
            if (tilting.seconds() > MOVEMENT_WITHOUT_PAUSE_S && !pause.isMarked()) {
                complete(startOfSetAfter(plan.bendToMicros()), List.of());
            }
        } else if (plan.bendMarked()) {
            complete(startOfSetAfter(plan.bendToMicros()), List.of());
        } else {
            searchBows(tick);
            if (calibration == null && inMarkedSet() && tilting.seconds() > MOVEMENT_FOR_AXIS_S) {
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
                && tilting.seconds() > MOVEMENT_FOR_AXIS_S;
    }

    private long startOfSetAfter(long timeMicros) {
        return plan.setMarked() ? plan.setFromMicros() : Math.max(timeMicros, presence.lateUntilMicros());
    }

    /** Every pause may become neutral, but what was lifted before one of them is not lost. */
    private long startOfSetWithoutBows() {
        if (neutral.isEmpty()) {
            return startOfSetAfter(CalibrationPlan.UNKNOWN);
        }
        return startOfSetAfter(Math.min(neutral.toMicros(), bows.liftingSinceMicros() - BEFORE_FIRST_LIFT_MICROS));
    }

    private void searchBows(OrientationTick tick) {
        lean.read(tick);
        if (bows.accept(tick.timeMicros, lean.furthestDeg(), lean.differenceDeg(), tick.still)) {
            bowsFoundInData = !plan.setMarked() && !bows.areFullBows() && !bows.areOverBefore();
            complete(startOfSetAfter(bows.areOverBefore() ? endOfBows() : tick.timeMicros), bows.excursions());
        } else if (bows.isLifting() || (buffer.isFull() && bows.hasMoved())) {
            complete(startOfSetWithoutBows(), List.of());
        }
    }

    private long endOfBows() {
        return bows.excursions().get(bows.excursions().size() - 1).toMicros() + AFTER_BOW_MICROS;
    }

    /**
     * The lifter skips what is left of the calibration: the set begins at that time. The axis of bending is then taken from
     * the first second of movement.
     */
    public void beginSet(long timeMicros) {
        if (calibration == null) {
            tilting.countAnew();
            plan = plan.beginningSetAt(timeMicros);
        }
    }

    /** The stream is over: makes the best of what there is, if that is anything. */
    public void finish() {
        if (calibration != null || buffer.completeTicks() < StandingPause.FEWEST_TICKS) {
            return;
        }
        if (neutral.isEmpty() && pause.isMarked()) {
            pause.endMarked();
        }
        if (!neutral.isEmpty() && !plan.setMarked() && bows.areFullBows()) {
            // ended while bowing: nothing has been lifted
            complete(Long.MAX_VALUE, bows.excursions());
            return;
        }
        if (!neutral.isEmpty() && bows.areOverBefore()) {
            complete(startOfSetAfter(endOfBows()), bows.excursions());
            return;
        }
        complete(startOfSetWithoutBows(), List.of());
    }

    /** Takes what looked like bows as the set: made anew from the same ticks, which are still kept. */
    public Calibration takeBowsAsSet() {
        bowsFoundInData = false;
        return complete(startOfSetWithoutBows(), List.of());
    }

    private Calibration complete(long setStartMicros, List<BowSearch.Excursion> excursions) {
        long bendFrom = plan.bendFromMicros();
        long bendTo = plan.bendToMicros();
        if (!plan.bendMarked() && !excursions.isEmpty()) {
            bendFrom = excursions.get(0).fromMicros() - 1_500_000;
            bendTo = excursions.get(excursions.size() - 1).toMicros() + 500_000;
        }
        List<String> messages = new ArrayList<>(said);
        NeutralPose pose = neutral;
        CalibrationPart part;
        if (neutral.isEmpty()) {
            pose = new UprightSearch(buffer, sensorCount, primary).find();
            String reason = "No standing pause was found: neutral was taken from the most upright posture of the set. "
                    + "Stand still for three seconds before the first repetition.";
            part = new CalibrationPart(CalibrationGrade.POOR, reason);
            Calibration reused = reuse(pose, part.because(NOT_CHECKED));
            if (reused != null) {
                return reused;
            }
            messages = new ArrayList<>(said);
            messages.add(reason);
        } else {
            part = neutral.part(placements);
            String reason = part.reason();
            if (part.grade() == CalibrationGrade.POOR && reason != null) {
                messages.add(reason);
            }
        }
        Calibration made =
                new CalibrationMaker(buffer, placements, pose, part).make(bendFrom, bendTo, setStartMicros, messages);
        calibration = made;
        return made;
    }
}
