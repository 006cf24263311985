package org.plumbline.core.repetition;

import org.plumbline.core.orientation.OrientationGrid;

/** Reads the phases of a movement that counts as a repetition. */
final class PhaseReader {
    /** At the start of a pull the set-up posture is shown for so long, s. */
    private static final double SHOWN_SET_UP_S = 0.5;

    /** What is shown of the set-up, and the part of the trunk that leaves the bottom first. */
    private static final long LONGEST_SET_UP_TICKS =
            Math.round(SHOWN_SET_UP_S * OrientationGrid.RATE_HZ) + ConcentricStart.EARLIEST_TICKS;

    /** A movement whose angle retreats by more of its range than this on the way is not told by the angle alone. */
    private static final double LARGEST_RETREAT_SHARE = 0.3;

    /** The bottom of the angle lies at most this share of the repetition from that of the whole body. */
    private static final double LARGEST_SHIFT_SHARE = 0.2;

    /** Or else the angle is this near to its bottom there, share of its range: who stays at the bottom is furthest anywhere in that while. */
    private static final double NEAR_BOTTOM_SHARE = 0.25;

    /** The ends are looked for beyond those of the whole body by this share of a half. */
    private static final double BEYOND_SHARE = 0.5;

    /** Who stays at the top for longer than this, upper halves of the ways included, may step about, s. */
    private static final double LONGEST_STOP_S = 5;

    private final ExerciseProfile profile;
    private final PoseHistory history;
    private final Dwell dwell;
    private final MovementSignal angle;
    private final Dwell angleDwell;
    private final boolean refines;
    private final EffortReader efforts;

    PhaseReader(ExerciseProfile profile, PoseHistory history, MovementSignal signal) {
        this.profile = profile;
        this.history = history;
        dwell = new Dwell(history, signal);
        angle = signal.byAngle();
        angleDwell = new Dwell(history, angle);
        refines = signal.hasTravel();
        efforts = new EffortReader(history, signal);
    }

    /**
     * Whether the poses of a movement are still there to be read: one may be found to count long after it was made, or after a
     * jump of time, before which nothing is read.
     */
    boolean canRead(Movement movement) {
        long departure = movement.begin().departure();
        boolean fromTop = profile.start() == ExerciseProfile.Start.TOP;
        long shown = fromTop ? departure : departure - LONGEST_SET_UP_TICKS;
        return Math.max(movement.begin().arrival(), shown) >= history.first();
    }

    RepetitionTimes read(Movement movement, int number, int setNumber) {
        if (profile.posture() != ExerciseProfile.Posture.ANY) {
            return efforts.read(movement, number, setNumber);
        }
        TurningPoint[] ends = {movement.begin(), movement.middle(), movement.last()};
        Dwell read = dwell;
        if (refines && byAngle(ends, movement.knownTo())) {
            read = angleDwell;
        }
        TurningPoint begin = read.standing(ends[0]);
        TurningPoint middle = read.standing(ends[1]);
        TurningPoint last = read.standing(ends[2]);
        if (profile.start() == ExerciseProfile.Start.TOP) {
            begin = withoutSteps(begin, begin.arrival(), middle.extremeAt(), movement.thereS(), movement.thereS());
            middle = bottom(begin, middle, last);
            long barBreak = Math.max(middle.arrival(), ConcentricStart.find(history, middle.departure()));
            return new RepetitionTimes(
                    number,
                    begin.departure(),
                    barBreak,
                    last.arrival(),
                    last.arrival() + 1,
                    begin.departure(),
                    middle.arrival() - begin.departure(),
                    barBreak - middle.arrival(),
                    last.arrival() - barBreak,
                    begin.departure() - begin.arrival(),
                    setNumber);
        }
        long risen = Movement.halfWayFrom(angle, begin.departure(), middle.extremeAt());
        middle = withoutSteps(middle, risen, last.arrival(), movement.thereS(), movement.backS());
        long barBreak = Math.max(begin.arrival(), ConcentricStart.find(history, begin.departure()));
        long setUp = barBreak - Math.round(SHOWN_SET_UP_S * OrientationGrid.RATE_HZ);
        return new RepetitionTimes(
                number,
                Math.max(begin.arrival(), setUp),
                barBreak,
                middle.arrival(),
                last.arrival() + 1,
                middle.departure(),
                last.arrival() - middle.departure(),
                barBreak - begin.arrival(),
                middle.arrival() - barBreak,
                middle.departure() - middle.arrival(),
                setNumber);
    }

    /**
     * Who steps about at the top sways: the movement there ends before that and begins after it, and the upper half of a way takes no
     * longer than its middle.
     */
    private TurningPoint withoutSteps(TurningPoint top, long from, long lower, double thereS, double backS) {
        long to = Movement.halfWayFrom(angle, lower, top.extremeAt());
        long first = Math.max(history.first(), from);
        boolean brief = to - first <= LONGEST_STOP_S * OrientationGrid.RATE_HZ;
        if (brief && Movement.walked(history, first, to) == 0) {
            return top;
        }
        TurningPoint still = angleDwell.steppedAbout(top, first, to);
        long arrival = Math.min(still.arrival(), first + Math.round(thereS * OrientationGrid.RATE_HZ));
        long departure = Math.max(still.departure(), to - Math.round(backS * OrientationGrid.RATE_HZ));
        return new TurningPoint(top.value(), top.extremeAt(), arrival, Math.max(arrival, departure));
    }

    /** The bottom as the body as a whole shows it; as the angles do where it does not. */
    private TurningPoint bottom(TurningPoint begin, TurningPoint middle, TurningPoint last) {
        BodyTurn turn = BodyTurn.between(history, begin.departure(), last.arrival() + 1);
        if (turn == null) {
            return middle;
        }
        return new TurningPoint(middle.value(), middle.extremeAt(), turn.landed(), turn.risen());
    }

    /**
     * Where the angle goes there and back once within the movement, its ends are sharper than those of the drop: puts them in
     * place of these.
     */
    private boolean byAngle(TurningPoint[] ends, long knownTo) {
        long there = ends[1].extremeAt() - ends[0].extremeAt();
        long back = ends[2].extremeAt() - ends[1].extremeAt();
        long first = Math.max(history.first(), ends[0].extremeAt() - Math.round(BEYOND_SHARE * there));
        long latest = Math.min(knownTo, ends[2].extremeAt() + Math.round(BEYOND_SHARE * back));
        long far = extreme(ends[0].extremeAt() + there / 4, ends[2].extremeAt() - back / 4, 1);
        long begin = extreme(first, far, -1);
        long last = extreme(far, latest, -1);
        double range = angle.at(far) - Math.max(angle.at(begin), angle.at(last));
        if (!(range >= profile.smallestRangeDeg())
                || isElsewhere(far, ends[1].extremeAt(), there + back, range)
                || retreat(begin, far, 1) > LARGEST_RETREAT_SHARE * range
                || retreat(far, last, -1) > LARGEST_RETREAT_SHARE * range) {
            return false;
        }
        ends[0] = angleDwell.at(angle.at(begin), begin, range, leftBy(begin, far, range));
        ends[1] = angleDwell.at(angle.at(far), far, range, leftBy(far, last, range));
        ends[2] = angleDwell.at(angle.at(last), last, range, latest);
        return true;
    }

    /** Whether the bottom of the angle is another one than that of the whole body. */
    private boolean isElsewhere(long far, long lowest, long ticks, double range) {
        return Math.abs(far - lowest) > LARGEST_SHIFT_SHARE * ticks
                && angle.at(far) - angle.at(lowest) > NEAR_BOTTOM_SHARE * range;
    }

    /** The last position before {@code to} at which the angle was still on its first third from the end at {@code end}. */
    private long leftBy(long end, long to, double range) {
        long position = to;
        while (position > end && Math.abs(angle.at(position) - angle.at(end)) > LARGEST_RETREAT_SHARE * range) {
            position--;
        }
        return position;
    }

    private long extreme(long from, long to, int sign) {
        double most = Double.NEGATIVE_INFINITY;
        long at = from;
        for (long k = from; k <= to; k++) {
            if (sign * angle.at(k) > most) {
                most = sign * angle.at(k);
                at = k;
            }
        }
        return at;
    }

    private double retreat(long from, long to, int sign) {
        double furthest = Double.NEGATIVE_INFINITY;
        double retreat = 0;
        for (long k = from; k <= to; k++) {
            double value = sign * angle.at(k);
            furthest = Math.max(furthest, value);
            retreat = Math.max(retreat, furthest - value);
        }
        return retreat;
    }
}
