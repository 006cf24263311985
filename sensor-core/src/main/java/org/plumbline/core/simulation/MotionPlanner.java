package org.plumbline.core.simulation;

import static org.plumbline.core.simulation.BodyAngle.FACING;
import static org.plumbline.core.simulation.BodyAngle.LATERAL_BEND;
import static org.plumbline.core.simulation.BodyAngle.LUMBAR_FLEXION;
import static org.plumbline.core.simulation.BodyAngle.PELVIS_LIST;
import static org.plumbline.core.simulation.BodyAngle.PELVIS_TILT;
import static org.plumbline.core.simulation.BodyAngle.SHANK_LEAN;
import static org.plumbline.core.simulation.BodyAngle.THIGH_LEAN;

import org.plumbline.core.recording.RecordingMark;
import org.plumbline.core.simulation.SessionStretch.Activity;

/**
 * Writes the {@link MotionPlan} of a script: standing, bows, and the set, whose repetitions are a {@link SetPlanner}'s.
 */
final class MotionPlanner {
    private static final double STAND_BEFORE_BOWS_S = 3.5;
    private static final double STAND_AFTER_BOWS_S = 2.5;
    private static final double STAND_WITHOUT_BOWS_S = 2.5;
    private static final double STAND_AFTER_SET_S = 2.3;
    private static final int BOWS = 3;

    /** Pelvis of a full forward bow with straight legs. */
    private static final double BOW_PELVIS_DEG = 45;

    private static final double TIMING_VARIATION = 0.04;

    private final MotionPlan plan = new MotionPlan();
    private final SimulationScript script;
    private final SetPlanner exercise;
    private final InterludePlanner interludes;
    private final SeededRandom repetitionRandom;
    private final double maxFlexionDeg;
    private double now;

    MotionPlanner(SimulationScript script) {
        this.script = script;
        SeededRandom lifter = new SeededRandom(script.seed(), SeededRandom.Purpose.LIFTER, 0);
        repetitionRandom = new SeededRandom(script.seed(), SeededRandom.Purpose.REPETITION, 0);
        interludes = new InterludePlanner(this, script);
        if (LiftTechnique.EXERCISES.contains(script.exercise())) {
            LiftTechnique technique =
                    LiftTechnique.of(script.exercise(), lifter).at(script.tempo());
            exercise = new LiftPlanner(this, script, technique, repetitionRandom, interludes);
        } else {
            EffortTechnique technique =
                    EffortTechnique.of(script.exercise(), lifter).at(script.tempo());
            exercise = new EffortPlanner(this, script, technique, repetitionRandom, interludes);
        }
        maxFlexionDeg = lifter.uniform(51, 58);
    }

    static MotionPlan plan(SimulationScript script) {
        return new MotionPlanner(script).write();
    }

    private MotionPlan write() {
        if (script.calibrate()) {
            calibrate();
        } else {
            stand(STAND_WITHOUT_BOWS_S);
        }
        interludes.atTopAfter(0, script.exercise().equals(SimulationScript.DEADLIFT));
        set(script.repetitions());
        interludes.atTopAfter(script.repetitions(), false);
        plan.freeze(now + STAND_AFTER_SET_S);
        return plan;
    }

    /** What is written so far. */
    MotionPlan plan() {
        return plan;
    }

    /** Up to where it is written. */
    double nowS() {
        return now;
    }

    /** Lets time pass. */
    void pass(double durationS) {
        now += durationS;
    }

    /** Stands still, bows, and turns to the bar. */
    void calibrate() {
        stand(STAND_BEFORE_BOWS_S);
        double bowsStartS = now;
        for (int bow = 0; bow < BOWS; bow++) {
            bow();
        }
        mark(RecordingMark.BEND, bowsStartS, now);
        plan.stretches.add(new SessionStretch(Activity.BOWING, bowsStartS, now));
        plan.stretches.add(new SessionStretch(Activity.STANDING, now, now + STAND_AFTER_BOWS_S));
        now += STAND_AFTER_BOWS_S;
        double settleStartS = now;
        settle();
        plan.stretches.add(new SessionStretch(Activity.TURNING, settleStartS, now));
    }

    private void stand(double durationS) {
        mark(RecordingMark.NEUTRAL, now, now + durationS);
        plan.stretches.add(new SessionStretch(Activity.STANDING, now, now + durationS));
        now += durationS;
    }

    /** A set of the script's lifter, up to where the lifter stands again. */
    void set(int repetitions) {
        double setStartS = now;
        exercise.begin();
        for (int repetition = 1; repetition <= repetitions; repetition++) {
            exercise.repetition(repetition);
        }
        exercise.finish(repetitions);
        mark(RecordingMark.SET, setStartS, now);
    }

    private void mark(String name, double startS, double endS) {
        plan.marks.add(new RecordingMark(name, startS, endS));
    }

    /** The spine leads on the way down and follows on the way up. */
    private void bow() {
        double downS = repetitionRandom.varied(1.5, TIMING_VARIATION);
        double holdS = 0.35;
        double upS = repetitionRandom.varied(1.6, TIMING_VARIATION);
        move(LUMBAR_FLEXION, now, 0.9 * downS, maxFlexionDeg * repetitionRandom.uniform(0.95, 1.0));
        move(PELVIS_TILT, now + 0.1 * downS, 0.9 * downS, BOW_PELVIS_DEG + repetitionRandom.gaussian(1.5));
        move(SHANK_LEAN, now, downS, -5);
        move(THIGH_LEAN, now, downS, 6);
        now += downS + holdS;
        move(PELVIS_TILT, now, 0.85 * upS, 0);
        move(LUMBAR_FLEXION, now + 0.15 * upS, 0.85 * upS, 0);
        move(SHANK_LEAN, now, upS, 0);
        move(THIGH_LEAN, now, upS, 0);
        now += upS + 0.4;
    }

    /** Shifts the weight and turns to the bar. */
    private void settle() {
        double durationS = 1.6;
        move(FACING, now, durationS, repetitionRandom.uniform(-12, 12));
        plan.course(PELVIS_LIST).pulse(now, durationS, 2);
        plan.course(LATERAL_BEND).pulse(now, durationS, -2);
        now += durationS + 0.6;
    }

    /** Moves one angle to {@code targetDeg}. */
    void move(BodyAngle angle, double startS, double durationS, double targetDeg) {
        plan.course(angle).stepTo(startS, durationS, targetDeg);
    }
}
