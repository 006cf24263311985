package org.plumbline.core.repetition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.repetition.PoseHistory.Channel;

/**
 * Cuts trunk movement into repetitions as it comes.
 *
 * <p>The movement is followed from turning point to turning point. Top–bottom–top makes a squat, bottom–top–bottom a
 * deadlift; so the bend down to the bar before the first pull and standing up after the last are not repetitions. How far they
 * must go the {@link LeastRange} says; which of these movements count is for the {@link SetRhythm} to say.
 *
 * <p>Allocates once a turning point, never per pose.
 */
public final class RepetitionDetector implements SetRhythm.Verdict {
    /** The movement has arrived when it has come back this far and slowed down. */
    private static final double ARRIVAL_SHARE = 0.7;

    /** For how long the movement must have slowed down at its end, s. */
    private static final double STANDING_S = 0.2;

    /** Who holds rests longer between two holds of a set than who lifts, by this, s. */
    private static final double LONGER_BREAK_OF_HOLDS_S = 85;

    /** A movement that is not seen for longer may have gone there and back meanwhile, s: a sensor needs a second to settle, too. */
    private static final double LONG_SILENCE_S = 2;

    private static final String TOO_LATE =
            "It looks like a repetition, but that was clear only when it was too long ago to be measured.";

    private static final int RATE_HZ = OrientationGrid.RATE_HZ;

    private final ExerciseProfile profile;
    private final PoseHistory history;
    private final RepetitionListener listener;
    private final PhaseWatch phases;
    /** Slower than this is standing at an end, degrees per second; small movements are slow. */
    private final double standingDegPerS;

    private final MovementSignal signal;
    private final MovementSignal angle;
    private final TurningPoints ends;
    private final RepetitionShape shape;
    private final PhaseReader reader;
    private final SetRhythm rhythm;
    private final LeastRange range;
    private final PostureWatch posture;
    private final OpenMovement openMovement;
    private final @Nullable HoldWatch holds;
    private final EffortReader efforts;
    private final List<SetAside> tooLate = new ArrayList<>();

    /** Whether no posture is to be taken first: that is a larger movement than the exercise, and makes wobbles of it. */
    private final boolean wobbles;

    private int counted;
    private int told = 1;
    private boolean completedOnArrival;
    private int standing;
    private double last = Double.NaN;
    /** Position after the last at which the movement was seen. */
    private long seenTo;

    /** Position after the last at which any sensor was heard. */
    private long heardTo;

    /** Position after the last at which the sensor was heard that shows the movement: it may be lost alone. */
    private long shownTo;

    /** Where the repetition starts whose posture is held; negative where none is. */
    private long heldWayFrom = -1;

    private @Nullable UnfinishedMovement unfinished;

    /** The silence in which time jumped, until a sensor is heard again. */
    private @Nullable Silence jump;

    /** A detector for a set nobody has corrected. */
    public RepetitionDetector(ExerciseProfile profile, PoseHistory history, RepetitionListener listener) {
        this(profile, history, RepetitionCorrections.NONE, listener);
    }

    /**
     * @param profile the exercise
     * @param history where the poses are; the caller adds each pose before calling {@link #update}
     * @param corrections what a person said about the count
     * @param listener hears phases and repetitions
     */
    public RepetitionDetector(
            ExerciseProfile profile,
            PoseHistory history,
            RepetitionCorrections corrections,
            RepetitionListener listener) {
        this.profile = profile;
        this.history = history;
        this.listener = listener;
        wobbles = profile.posture() == ExerciseProfile.Posture.ANY;
        standingDegPerS = Math.min(Dwell.STANDING_DEG_PER_S, profile.smallestRangeDeg());
        phases = new PhaseWatch(listener);
        signal = new MovementSignal(history, profile.channel(), profile.travelDegPerM());
        angle = signal.byAngle();
        ends = new TurningPoints(new Dwell(history, signal));
        shape = new RepetitionShape(profile, history, signal, angle);
        reader = new PhaseReader(profile, history, signal);
        efforts = new EffortReader(history, signal);
        holds = profile.isHold() ? new HoldWatch(history, signal, listener) : null;
        rhythm = new SetRhythm(
                corrections, profile.isHold() ? LONGER_BREAK_OF_HOLDS_S : 0, wobbles && !profile.isHold(), this);
        range = new LeastRange(profile, history, signal, rhythm);
        posture = new PostureWatch(profile.posture(), history, signal);
        openMovement = new OpenMovement(profile, history, ends, range, phases);
    }

    /**
     * Bows may come before the set, though they are not asked for: they are set aside.
     *
     * @param maxFlexionDeg the person's largest lumbar flexion, degrees; NaN where not known, and no bow can be told
     */
    public void expectBows(double maxFlexionDeg) {
        rhythm.expectBows(maxFlexionDeg);
    }

    /** Time is about to jump: what waits counts or does not, while its poses can still be read. */
    public void beforeJump() {
        rhythm.decide();
        if (heardTo > history.first()) {
            jump = silence(heardTo, open(), true, false);
        }
    }

    /** Looks at the newest pose of the history. */
    public void update() {
        if (history.startsAnew()) {
            leaveHold();
            ends.restart();
            shape.restart();
            completedOnArrival = false;
            standing = 0;
            posture.restart();
            last = Double.NaN;
        }
        long position = history.end() - 1;
        rhythm.pass(history.timeS(position), history.value(Channel.WALKING, position) > PoseHistory.WALKING_FROM);
        range.look(position);
        signal.look(position);
        angle.look(position);
        double now = angle.at(position);
        if (!history.isSilent(position)) {
            hearAgain(position);
            heardTo = position + 1;
        }
        if (!Double.isNaN(now)) {
            showAgain(position);
            shownTo = position + 1;
        }
        double value = signal.at(position);
        if (Double.isNaN(value)) {
            return;
        }
        seenTo = position + 1;
        double speed = Double.isNaN(last) ? 0 : (now - last) * RATE_HZ;
        last = now;
        standing = Math.abs(speed) < standingDegPerS ? standing + 1 : 0;
        phases.update(position, speed, next());
        if (next() != told) {
            told = next();
            listener.onNext(told, position);
        }
        if (posture.update(position, speed)) {
            ends.restart();
            completedOnArrival = false;
        }
        TurningPoint ended =
                ends.follow(position, value, range.ofTurnDeg(), (wobbles || posture.isTaken()) && !completedOnArrival);
        if (ended != null) {
            if (!completedOnArrival) {
                tryRepetition(ended, false);
            }
            completedOnArrival = false;
            // without repetitions to compare with, whatever follows standing about would look like one
            ends.advance(ended, position, value, signal.hasTravel() && !Double.isNaN(rhythm.usualRangeDeg()));
        }
        if (standing >= STANDING_S * RATE_HZ) {
            completeOnArrival(value);
        }
        watchHold(position);
    }

    /** Says what was missed before a position at which a sensor is heard. */
    private void hearAgain(long position) {
        if (jump != null) {
            tellJump(position);
            return;
        }
        long silent = heardTo <= history.first() ? 0 : history.silentTicks(heardTo, position);
        if (silent == 0) {
            return;
        }
        Silence silence = silence(heardTo, open(), true, true).until(history.timeS(position));
        // seconds that are not counted as held are said however few they are
        if (silence.isOfHold() || silent > LONG_SILENCE_S * RATE_HZ) {
            listener.onSilence(silence);
        }
        if (holds != null) {
            holds.missed(silent);
        }
    }

    /** Says what the sensor that shows the movement did not see, though another one was heard. */
    private void showAgain(long position) {
        if (shownTo <= history.first()) {
            return;
        }
        long silent = history.silentTicks(shownTo, position);
        if (position - shownTo - silent > LONG_SILENCE_S * RATE_HZ) {
            listener.onSilence(
                    silence(shownTo, open(), false, true).until(history.timeS(position), silent / (double) RATE_HZ));
        }
    }

    private void tellJump(long position) {
        if (jump != null) {
            listener.onSilence(jump.until(history.timeS(position)));
            jump = null;
        }
    }

    /** The silence from a position on, whose end is not known yet. */
    private Silence silence(long from, @Nullable UnfinishedMovement open, boolean ofAll, boolean goesOn) {
        double fromS = history.timeS(from - 1);
        if (open == null) {
            return new Silence(fromS, Double.NaN, null, profile.isHold(), Double.NaN, Double.NaN, ofAll, goesOn);
        }
        long ticks = open.seenTo() - open.holdStart();
        double heldS = ticks > 0
                ? (ticks - history.silentTicks(open.holdStart(), open.seenTo())) / (double) RATE_HZ
                : Double.NaN;
        return new Silence(fromS, Double.NaN, open.phase(), profile.isHold(), heldS, Double.NaN, ofAll, goesOn);
    }

    private void watchHold(long position) {
        if (holds == null) {
            return;
        }
        boolean back = isHalfWay();
        TurningPoint newer = ends.newer();
        TurningPoint begin = back ? ends.older() : newer;
        if (!posture.isTaken()
                || completedOnArrival
                || newer == null
                || begin == null
                || Double.isNaN(ends.extreme())) {
            leaveHold();
            return;
        }
        double far = back ? newer.value() : ends.extreme();
        if (Math.abs(far - begin.value()) < range.ofRepetitionDeg()) {
            // who only shifts where they rest
            leaveHold();
            return;
        }
        holds.update(position, begin.value(), far, next());
        if (!holds.isHolding()) {
            heldWayFrom = -1;
        } else {
            if (heldWayFrom < 0) {
                heldWayFrom = efforts.start(begin, holds.from(), Math.abs(far - begin.value()));
            }
            rhythm.held(history.timeS(position));
        }
    }

    /** Position since which a posture is held, after its first second; negative where none is. */
    public long heldSince() {
        return holds != null && holds.isHolding() ? holds.from() : -1;
    }

    /** Position at which the repetition starts whose posture is held, as it will be measured; negative where none is. */
    public long heldWayFrom() {
        return heldWayFrom;
    }

    /** The last position at which the lifter was still in the posture that is held. */
    public long heldStillAt() {
        return holds == null ? -1 : holds.lastStill();
    }

    private void leaveHold() {
        heldWayFrom = -1;
        if (holds != null) {
            holds.leave();
        }
    }

    /** Repetitions counted so far. */
    public int count() {
        return counted;
    }

    /** Number of the repetition that is done now or comes next, as far as can be known. */
    public int next() {
        return counted + rhythm.likely() + 1;
    }

    /** Movements that were not counted, so far, in the order of time. */
    public List<SetAside> setAside() {
        if (tooLate.isEmpty()) {
            return rhythm.setAside();
        }
        List<SetAside> all = new ArrayList<>(rhythm.setAside());
        all.addAll(tooLate);
        all.sort(Comparator.comparingDouble(SetAside::startS));
        return List.copyOf(all);
    }

    /** The movement has come to rest near the end that completes a repetition. */
    private void completeOnArrival(double value) {
        TurningPoint middle = ends.newer();
        TurningPoint begin = ends.older();
        if (completedOnArrival || middle == null || begin == null || !isHalfWay()) {
            return;
        }
        double way = Math.abs(middle.value() - begin.value());
        double share = (1 - ARRIVAL_SHARE) / 2 * way;
        double near = signal.hasTravel() ? Math.max(Dwell.NEAR_DEG, share) : Math.min(Dwell.NEAR_DEG, share);
        if (ends.wayFrom(middle, value) >= ARRIVAL_SHARE * way && Math.abs(value - ends.extreme()) < near) {
            completedOnArrival = tryRepetition(ends.ending(way), false);
        }
    }

    /** Offers the movement that ends there, where it goes to and fro as a repetition does; whether it did. */
    private boolean tryRepetition(TurningPoint last, boolean cutOff) {
        TurningPoint middle = ends.newer();
        TurningPoint begin = ends.older();
        if (middle == null || begin == null || !isHalfWay()) {
            return false;
        }
        Movement movement = shape.read(begin, middle, last, range.ofExerciseDeg(), range.ofRepetitionDeg(), cutOff);
        if (movement == null || !posture.allows(begin.departure())) {
            return false;
        }
        rhythm.offer(profile.posture().isOnTheFeet() ? movement : movement.lying());
        return true;
    }

    /** Whether the newest end is the far one of the exercise: the bottom of a squat, the top of a deadlift. */
    private boolean isHalfWay() {
        return ends.newerIsBottom() == (profile.start() == ExerciseProfile.Start.TOP);
    }

    @Override
    public void count(Movement movement, int setNumber) {
        if (!reader.canRead(movement)) {
            tooLate.add(new SetAside(movement.startS(), movement.endS(), TOO_LATE));
            return;
        }
        counted++;
        listener.onRepetition(reader.read(movement, counted, setNumber));
    }

    @Override
    public void setOver(int setNumber, double timeS, SetEndReason reason) {
        listener.onSetEnd(setNumber, timeS, reason);
    }

    /**
     * The movement is over: counts a squat that came back most of the way up. An open pull is let go: standing up without
     * the bar looks the same.
     */
    public void finish() {
        TurningPoint middle = ends.newer();
        if (middle != null && !completedOnArrival && !Double.isNaN(ends.extreme())) {
            completedOnArrival = tryRepetition(ends.ending(Math.abs(ends.extreme() - middle.value())), true);
        }
        breakOff();
    }

    /** The movement is broken off: what had not come to its end is no repetition. */
    public void breakOff() {
        rhythm.finish();
        tellJump(history.end() - 1);
        unfinished = open();
        leaveHold();
        completedOnArrival = true;
    }

    /** What the lifter was in the middle of as it ended; null where they were not, and while it goes on. */
    public @Nullable UnfinishedMovement unfinished() {
        return unfinished;
    }

    private @Nullable UnfinishedMovement open() {
        return completedOnArrival || !(wobbles || posture.isTaken())
                ? null
                : openMovement.read(counted + 1, isHalfWay(), standing, seenTo, heldSince());
    }
}
