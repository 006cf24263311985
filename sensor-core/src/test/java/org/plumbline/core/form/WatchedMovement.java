package org.plumbline.core.form;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.spine.SpinePose;

/** A movement given as angles by time and watched as it happens: what was said and when, and when a way up was seen. */
final class WatchedMovement {
    /** Writes the angles of a time into a pose that stands upright with two sensors. */
    interface Course {
        void pose(SpinePose pose, double timeS);
    }

    /** A flag and the moment at which it was heard, which may be later than the moment it speaks of. */
    record Said(FormFlag flag, double atS) {
        @Override
        public String toString() {
            return flag + " at " + atS + " s";
        }
    }

    /** A way up as it was seen while it lasted. */
    record WayUp(double fromS, double toS) {}

    private final PoseHistory history = new PoseHistory();
    private final LiveFormWatch watch;
    private final List<Said> said = new ArrayList<>();
    private final List<WayUp> waysUp = new ArrayList<>();
    private double nowS;
    private double wentUpAtS;

    WatchedMovement(ExerciseProfile profile, FormBasis basis) {
        watch = new LiveFormWatch(history, basis, profile, flag -> said.add(new Said(flag, nowS)));
    }

    WatchedMovement expecting(double movementDeg, double fastestDegPerS, int highestSpeedLevel) {
        watch.expect(movementDeg, fastestDegPerS, highestSpeedLevel);
        return this;
    }

    /** Goes on from where it was until that time. */
    WatchedMovement until(double untilS, Course course) {
        SpinePose pose = new SpinePose();
        boolean up = watch.isGoingUp();
        for (long tick = Math.round(nowS * 100); tick < Math.round(untilS * 100); tick++) {
            nowS = tick / 100.0;
            stand(pose);
            pose.timeMicros = tick * 10_000L;
            course.pose(pose, nowS);
            history.add(pose);
            watch.update();
            if (watch.isGoingUp() && !up) {
                wentUpAtS = nowS;
            } else if (up && !watch.isGoingUp()) {
                waysUp.add(new WayUp(wentUpAtS, nowS));
            }
            up = watch.isGoingUp();
        }
        nowS = untilS;
        return this;
    }

    WatchedMovement beginSet() {
        watch.beginSet();
        return this;
    }

    boolean isGoingUp() {
        return watch.isGoingUp();
    }

    List<Said> said() {
        return said;
    }

    /** What was said of a metric. */
    List<Said> said(Metric metric) {
        return said.stream()
                .filter(one -> one.flag().metric().equals(metric.jsonName()))
                .toList();
    }

    /** The highest level that was said of a metric, 0 where it was not spoken of. */
    int levelOf(Metric metric) {
        return said(metric).stream().mapToInt(one -> one.flag().level()).max().orElse(0);
    }

    List<WayUp> waysUp() {
        return waysUp;
    }

    private static void stand(SpinePose pose) {
        pose.pelvisTiltDeg = 0;
        pose.trunkInclinationDeg = 0;
        pose.lumbarFlexionDeg = 0;
        pose.axialRotationDeg = 0;
        pose.lateralBendDeg = 0;
        pose.lumbarFlexionSigmaDeg = 0.5;
        pose.axialRotationSigmaDeg = 0.5;
        pose.lateralBendSigmaDeg = 0.5;
        pose.trunkTurnDeg = 0;
        pose.still = false;
        pose.verticalForceMs2 = Double.NaN;
    }

    /** 0 before, 1 after, straight between. */
    static double share(double timeS, double fromS, double toS) {
        return Math.max(0, Math.min(1, (timeS - fromS) / (toS - fromS)));
    }

    /** 0 before, 1 after, with neither speed nor acceleration at its ends. */
    static double smooth(double timeS, double fromS, double toS) {
        double share = share(timeS, fromS, toS);
        return share * share * share * (10 + share * (6 * share - 15));
    }

    /** Acceleration of {@link #smooth} over half a metre, m/s². */
    static double acceleration(double timeS, double fromS, double toS) {
        double share = share(timeS, fromS, toS);
        return 0.5 * 60 * share * (1 - share) * (1 - 2 * share) / ((toS - fromS) * (toS - fromS));
    }
}
