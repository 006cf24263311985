package org.plumbline.core.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.RepetitionTimes;
import org.plumbline.core.spine.SpinePose;

/**
 * A repetition whose angles are known in closed form: every way is half a cosine, the pelvis takes 42° and the trunk 70° of a
 * full one, and lumbar flexion is 0.4 of the trunk's inclination, unless changed.
 */
final class AnalyticRepetition {
    static final double TRUNK_DEG = 70;
    static final double PELVIS_DEG = 42;
    static final double MOVEMENT_DEG = 56;
    static final double FLEXION_PER_TRUNK = 0.4;

    /** Changes the pose at a time. */
    interface Change {
        void apply(SpinePose pose, double timeS);
    }

    private final boolean startsAtTop;
    private final double tempo;
    private final List<Change> changes = new ArrayList<>();
    private MeasurementContext context = new MeasurementContext(
            SensorView.TRUNK_AND_PELVIS, CalibrationGrade.GOOD, CalibrationGrade.GOOD, 50, Double.NaN, false, true);
    private double noiseDeg;
    private double bottomS = 0.5;
    private int startLaterTicks;
    private int endLaterTicks;

    private AnalyticRepetition(boolean startsAtTop, double tempo) {
        this.startsAtTop = startsAtTop;
        this.tempo = tempo;
    }

    /** Up from 1 to 2.5 s, at the top to 3.5 s, down to 5.5 s, at the floor to 6.5 s; all times by the tempo. */
    static AnalyticRepetition deadlift(double tempo) {
        return new AnalyticRepetition(false, tempo);
    }

    static AnalyticRepetition deadlift() {
        return deadlift(1);
    }

    /** Down from 1 to 3 s, at the bottom for half a second, up in one second, standing for one more; all times by the tempo. */
    static AnalyticRepetition squat(double tempo) {
        return new AnalyticRepetition(true, tempo);
    }

    static AnalyticRepetition squat() {
        return squat(1);
    }

    AnalyticRepetition with(Change change) {
        changes.add(change);
        return this;
    }

    AnalyticRepetition seenBy(SensorView sensors) {
        context = new MeasurementContext(
                sensors,
                context.calibration(),
                context.neutral(),
                context.maxFlexionDeg(),
                context.loadKg(),
                false,
                true);
        return with((pose, timeS) -> {
            if (sensors != SensorView.TRUNK_AND_PELVIS) {
                pose.lumbarFlexionDeg = Double.NaN;
                pose.lateralBendDeg = Double.NaN;
                pose.axialRotationDeg = Double.NaN;
            }
            if (sensors == SensorView.TRUNK_ONLY) {
                pose.pelvisTiltDeg = Double.NaN;
                pose.pelvisLateralLeanDeg = Double.NaN;
            } else if (sensors == SensorView.PELVIS_ONLY) {
                pose.trunkInclinationDeg = Double.NaN;
            }
        });
    }

    AnalyticRepetition knowing(CalibrationGrade neutral, double maxFlexionDeg, double loadKg) {
        context = new MeasurementContext(
                context.sensors(), neutral, neutral, maxFlexionDeg, loadKg, context.hold(), true);
        return this;
    }

    /** All of it is one posture held. */
    AnalyticRepetition held() {
        context = new MeasurementContext(
                context.sensors(),
                context.calibration(),
                context.neutral(),
                context.maxFlexionDeg(),
                context.loadKg(),
                true,
                true);
        return this;
    }

    /** The weight moves and the trunk only sways. */
    AnalyticRepetition swaying() {
        context = new MeasurementContext(
                context.sensors(),
                context.calibration(),
                context.neutral(),
                context.maxFlexionDeg(),
                context.loadKg(),
                false,
                false);
        return this;
    }

    AnalyticRepetition noisy(double deg) {
        noiseDeg = deg;
        return this;
    }

    /** A squat that turns at the bottom without a pause. */
    AnalyticRepetition withoutPause() {
        bottomS = 0;
        return this;
    }

    /** The same movement, cut elsewhere: as if the phases had been found so much later. */
    AnalyticRepetition cutLater(int startTicks, int endTicks) {
        startLaterTicks = startTicks;
        endLaterTicks = endTicks;
        return this;
    }

    RepetitionMetrics measure() {
        PoseHistory history = new PoseHistory();
        Random random = new Random(5);
        SpinePose pose = new SpinePose();
        int ticks = at(7.5);
        for (int tick = 0; tick < ticks; tick++) {
            double timeS = tick / 100.0 * tempo;
            double bent = bent(timeS);
            pose.timeMicros = tick * 10_000L;
            pose.pelvisTiltDeg = PELVIS_DEG * bent;
            pose.trunkInclinationDeg = TRUNK_DEG * bent;
            pose.lumbarFlexionDeg = FLEXION_PER_TRUNK * TRUNK_DEG * bent;
            pose.lateralBendDeg = 0;
            pose.axialRotationDeg = 0;
            pose.pelvisLateralLeanDeg = 0;
            pose.trunkLateralLeanDeg = 0;
            pose.trunkTurnDeg = 0;
            for (Change change : changes) {
                change.apply(pose, timeS);
            }
            double noise = noiseDeg * random.nextGaussian();
            pose.pelvisTiltDeg += noise;
            pose.trunkInclinationDeg += noise;
            pose.trunkLateralLeanDeg += noiseDeg * random.nextGaussian();
            pose.trunkTurnDeg += noiseDeg * random.nextGaussian();
            history.add(pose);
        }
        return new RepetitionMeasurement(history).measure(times(), context);
    }

    private double bent(double timeS) {
        return startsAtTop
                ? half(timeS, 1, 3) - half(timeS, 3 + bottomS, 4 + bottomS)
                : 1 - half(timeS, 1, 2.5) + half(timeS, 3.5, 5.5);
    }

    /** Half a cosine from 0 to 1. */
    static double half(double timeS, double from, double to) {
        double share = Math.max(0, Math.min(1, (timeS - from) / (to - from)));
        return (1 - Math.cos(Math.PI * share)) / 2;
    }

    private int at(double timeS) {
        return (int) Math.round(timeS * 100 / tempo);
    }

    private RepetitionTimes times() {
        if (context.hold()) {
            return new RepetitionTimes(1, at(0.5), at(1), at(1), at(4.5) + 2, at(4.5) + 1, 1, at(0.5), 0, at(3.5) + 1);
        }
        if (startsAtTop) {
            return new RepetitionTimes(
                    1,
                    at(1) + startLaterTicks,
                    at(3 + bottomS) + startLaterTicks,
                    at(4 + bottomS) + endLaterTicks,
                    at(4 + bottomS) + endLaterTicks + 1,
                    at(1) + startLaterTicks,
                    at(2) + endLaterTicks - startLaterTicks,
                    at(bottomS),
                    at(1) + endLaterTicks - startLaterTicks,
                    at(1));
        }
        return new RepetitionTimes(
                1,
                at(0.5),
                at(1) + startLaterTicks,
                at(2.5) + endLaterTicks,
                at(5.5) + endLaterTicks + 1,
                at(3.5) + startLaterTicks,
                at(2) + endLaterTicks - startLaterTicks,
                at(0.5),
                at(1.5) + endLaterTicks - startLaterTicks,
                at(1));
    }
}
