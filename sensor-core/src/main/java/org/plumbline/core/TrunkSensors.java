package org.plumbline.core;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.repetition.ExerciseProfile;

/**
 * Which sensors of a stream the analysis uses.
 *
 * @param used positions in the stream's list of sensors: lower then upper, or the only one, or none
 * @param placements their placements
 * @param messages which sensors are not used and what that means, in plain words
 */
record TrunkSensors(List<Integer> used, List<SensorPlacement> placements, List<String> messages) {

    /** Pelvis tilt against trunk inclination in a hinge, about: the rest is the lumbar spine's. */
    private static final double PELVIS_LEAN_SHARE = 0.6;

    static TrunkSensors of(List<SensorDescription> sensors) {
        int lower = first(sensors, SensorPlacement.PELVIS, SensorPlacement.LUMBAR);
        int upper = first(sensors, SensorPlacement.THORAX, SensorPlacement.UPPER_THORAX);
        List<Integer> used = new ArrayList<>();
        List<SensorPlacement> placements = new ArrayList<>();
        for (int index : new int[] {lower, upper}) {
            if (index >= 0) {
                used.add(index);
                placements.add(sensors.get(index).placement());
            }
        }
        return new TrunkSensors(List.copyOf(used), List.copyOf(placements), messages(sensors, used, placements));
    }

    private static int first(List<SensorDescription> sensors, SensorPlacement wanted, SensorPlacement otherwise) {
        int found = -1;
        for (int i = 0; i < sensors.size(); i++) {
            SensorPlacement placement = sensors.get(i).placement();
            if (placement == wanted) {
                return i;
            }
            if (placement == otherwise && found < 0) {
                found = i;
            }
        }
        return found;
    }

    private static List<String> messages(
            List<SensorDescription> sensors, List<Integer> used, List<SensorPlacement> placements) {
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < sensors.size(); i++) {
            if (!used.contains(i)) {
                messages.add(unused(sensors.get(i).placement(), used));
            }
        }
        if (used.isEmpty()) {
            messages.add(
                    "No sensor sits on the trunk, so nothing can be assessed. "
                            + "Wear one on the pelvis, the lower back or the thorax; two (pelvis and thorax) see the lumbar spine.");
        } else if (used.size() == 1) {
            messages.add(
                    "One sensor (" + placements.get(0).fileName()
                            + ") sees the trunk angle only: lumbar flexion, rounding, side bend and rotation are not assessed.");
        } else if (placements.contains(SensorPlacement.LUMBAR)) {
            messages.add("The lower sensor sits on the lower back, not the pelvis: flexion below it is not seen.");
        } else if (placements.contains(SensorPlacement.UPPER_THORAX)) {
            messages.add(
                    "The upper sensor sits on the upper back: flexion is that of the whole trunk, not the lumbar spine.");
        }
        return List.copyOf(messages);
    }

    private static String unused(SensorPlacement placement, List<Integer> used) {
        String name = placement.fileName();
        if (!placement.isTrunk()) {
            return "The sensor " + name + " is not on the trunk and is not used.";
        }
        return used.isEmpty()
                ? "The sensor " + name + " is not used."
                : "The sensor " + name + " is not used: the analysis takes one lower and one upper sensor.";
    }

    boolean none() {
        return used.isEmpty();
    }

    boolean two() {
        return used.size() == 2;
    }

    /** The sensor whose inclination tells bows and lifts: the upper where there is one. */
    int primary() {
        return used.size() - 1;
    }

    /** Least inclination of a full bow at that sensor, degrees: the thorax leans further than the pelvis. */
    double shallowestBowDeg() {
        SensorPlacement placement = placements.get(primary());
        return placement == SensorPlacement.PELVIS || placement == SensorPlacement.LUMBAR ? 35 : 60;
    }

    /** How far the sensors there are lean in a lift, against the trunk as a whole: a pelvis tilts less than a thorax. */
    double leanShare() {
        return used.size() == 1 && placements.get(0) == SensorPlacement.PELVIS ? PELVIS_LEAN_SHARE : 1;
    }

    /** Whether the repetitions of an exercise can be seen with these sensors. */
    boolean see(ExerciseProfile profile) {
        return two() || (!none() && profile.isSeenFrom(placements.get(0)));
    }

    /** What is said before a set of an exercise that one sensor cannot see. */
    String blindness(ExerciseProfile profile) {
        String there = profile.isSeenFrom(SensorPlacement.PELVIS) ? "pelvis" : "thorax";
        return "Repetitions of this exercise (" + profile.title() + ") cannot be seen with a sensor on the "
                + words(placements.get(0)) + ", so none are counted. Wear one on the " + there + ", or two.";
    }

    private static String words(SensorPlacement placement) {
        switch (placement) {
            case LUMBAR:
                return "lower back";
            case UPPER_THORAX:
                return "upper back";
            default:
                return placement.fileName();
        }
    }

    String mode() {
        return none() ? "none" : two() ? "two-sensor" : "one-sensor";
    }
}
