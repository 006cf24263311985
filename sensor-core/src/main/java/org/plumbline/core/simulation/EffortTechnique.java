package org.plumbline.core.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one person does an exercise in which an effort leads away from a posture that is taken first, and back to it: a row,
 * a press, a hold on the ground.
 *
 * @param base posture between the efforts
 * @param peak posture at the top of the effort
 * @param sideTurnDeg axial rotation of an effort of one side; to the left in odd repetitions, to the right in even ones
 * @param sagDeg how far the pelvis sinks sideways in a hold
 * @param thereS time from standing to the base posture, and back
 * @param upS way to the top
 * @param topS hold there
 * @param downS way back
 * @param restS rest in the base posture
 */
record EffortTechnique(
        Posture base,
        Posture peak,
        double sideTurnDeg,
        double sagDeg,
        double thereS,
        double upS,
        double topS,
        double downS,
        double restS) {
    /** The exercises of this kind. */
    static final List<String> EXERCISES = List.of(
            SimulationScript.ROW,
            SimulationScript.OVERHEAD_PRESS,
            SimulationScript.BIRD_DOG,
            SimulationScript.GLUTE_BRIDGE,
            SimulationScript.PELVIC_TILT,
            SimulationScript.SIDE_PLANK,
            SimulationScript.PRONE_PRESS_UP);

    static EffortTechnique of(String exercise, SeededRandom person) {
        return switch (exercise) {
            case SimulationScript.ROW -> row(person);
            case SimulationScript.OVERHEAD_PRESS -> overheadPress(person);
            case SimulationScript.BIRD_DOG -> birdDog(person);
            case SimulationScript.GLUTE_BRIDGE -> gluteBridge(person);
            case SimulationScript.PELVIC_TILT -> pelvicTilt(person);
            case SimulationScript.SIDE_PLANK -> sidePlank(person);
            case SimulationScript.PRONE_PRESS_UP -> pronePressUp(person);
            default -> throw new IllegalArgumentException(exercise + " is no effort from a posture");
        };
    }

    /** The same at a given tempo. */
    EffortTechnique at(@Nullable SimulatedTempo tempo) {
        if (tempo == null) {
            return this;
        }
        return new EffortTechnique(
                base, peak, sideTurnDeg, sagDeg, thereS, tempo.upS(), tempo.topS(), tempo.downS(), tempo.bottomS());
    }

    /** Bent over by about 50 degrees; each pull lifts the trunk a few degrees. */
    private static EffortTechnique row(SeededRandom person) {
        Posture base = new Posture(person.uniform(34, 38), 0, person.uniform(12, 15), 5, 25);
        Posture peak = new Posture(
                base.pelvisTiltDeg() - person.uniform(3, 4), 0, base.lumbarFlexionDeg() - person.uniform(1, 2), 5, 25);
        return new EffortTechnique(base, peak, 0, 0, 1.8, person.uniform(0.7, 0.9), 0.3, person.uniform(0.8, 1.1), 0.4);
    }

    private static EffortTechnique overheadPress(SeededRandom person) {
        Posture peak = new Posture(1, 0, -person.uniform(3, 5), 0, 0);
        return new EffortTechnique(
                Posture.STANDING, peak, 0, 0, 0, person.uniform(1.2, 1.6), 0.5, person.uniform(1.2, 1.5), 0.7);
    }

    /** On hands and knees, the trunk level; an arm and the other leg lift. */
    private static EffortTechnique birdDog(SeededRandom person) {
        Posture base = new Posture(person.uniform(82, 86), 0, person.uniform(3, 6), 90, 0);
        Posture peak = new Posture(base.pelvisTiltDeg() - 1, 0, base.lumbarFlexionDeg() - person.uniform(1, 3), 90, 0);
        return new EffortTechnique(
                base, peak, person.uniform(1.5, 2.5), 0, 3, person.uniform(1.2, 1.6), 5, 1.3, person.uniform(1, 1.5));
    }

    /** Supine with bent knees; the hips lift while the shoulders stay down, so that the head ends lower than the pelvis. */
    private static EffortTechnique gluteBridge(SeededRandom person) {
        Posture base = new Posture(person.uniform(-91, -89), 0, person.uniform(-1, 1), 25, 143);
        Posture peak = new Posture(
                base.pelvisTiltDeg() - person.uniform(22, 26),
                0,
                base.lumbarFlexionDeg() - person.uniform(2, 4),
                42,
                100);
        return new EffortTechnique(
                base, peak, 0, 0, 4.5, person.uniform(1.2, 1.5), person.uniform(1, 1.5), person.uniform(1.3, 1.6), 0.8);
    }

    /** Standing: the pelvis tilts back under a thorax that stays. */
    private static EffortTechnique pelvicTilt(SeededRandom person) {
        double tiltDeg = person.uniform(9, 14);
        Posture peak = new Posture(-tiltDeg, 0, 0.95 * tiltDeg, 2, 3);
        return new EffortTechnique(
                Posture.STANDING, peak, 0, 0, 0, person.uniform(1.2, 1.6), 0.5, person.uniform(1.2, 1.6), 0.6);
    }

    /** On the forearm and the knees; rests with the hip on the ground. */
    private static EffortTechnique sidePlank(SeededRandom person) {
        Posture base = new Posture(0, person.uniform(79, 83), 0, 90, 80);
        Posture peak = new Posture(0, person.uniform(70, 74), 0, 90, 55);
        return new EffortTechnique(
                base, peak, 0, person.uniform(1, 3), 4, 1.4, person.uniform(18, 22), 1.4, person.uniform(2, 3));
    }

    /** Prone; the arms press the thorax up while the pelvis stays on the ground. */
    private static EffortTechnique pronePressUp(SeededRandom person) {
        Posture base = new Posture(person.uniform(88, 91), 0, person.uniform(-1, 1), 90, -90);
        Posture peak = new Posture(base.pelvisTiltDeg() - 3, 0, -person.uniform(31, 43), 90, -90);
        return new EffortTechnique(
                base, peak, 0, 0, 4.5, person.uniform(1.6, 2.2), person.uniform(1, 2), person.uniform(1.6, 2.2), 0.9);
    }
}
