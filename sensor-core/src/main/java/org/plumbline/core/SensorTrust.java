package org.plumbline.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.ImplausibleSensors;
import org.plumbline.core.form.Metric;
import org.plumbline.core.form.NotAssessedReason;
import org.plumbline.core.form.RepetitionMetrics;
import org.plumbline.core.orientation.OrientationTick;

/** Which of the sensors used are still believed, and what is withheld where one is not. Lower, then upper; or the only one. */
final class SensorTrust {
    private final boolean[] doubted;
    /** Those that were wrong from the start, before it was found. */
    private final boolean[] neverSound;

    SensorTrust(int sensors) {
        doubted = new boolean[sensors];
        neverSound = new boolean[sensors];
    }

    void doubt(int sensor, boolean fromTheStart) {
        doubted[sensor] = true;
        neverSound[sensor] |= fromTheStart;
    }

    boolean any() {
        return any(doubted);
    }

    /** Whether no sensor is left that can be believed. */
    boolean none() {
        for (boolean one : doubted) {
            if (!one) {
                return false;
            }
        }
        return true;
    }

    private static boolean any(boolean[] sensors) {
        for (boolean one : sensors) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    /** A sensor that is not believed counts as missing as long as another one still shows the movement. */
    void leaveOut(OrientationTick tick) {
        if (none()) {
            return;
        }
        for (int i = 0; i < doubted.length; i++) {
            tick.valid[i] &= !doubted[i];
        }
    }

    void withhold(RepetitionMetrics metrics) {
        if (any()) {
            ImplausibleSensors.withhold(metrics, doubted[0], doubted[doubted.length - 1]);
        }
    }

    /** The repetition as it is now known to be: without what rests on a sensor that was wrong from the start. */
    AnalysisResult.Repetition revised(AnalysisResult.Repetition repetition) {
        if (!any(neverSound)) {
            return repetition;
        }
        Set<String> affected = new TreeSet<>();
        for (Metric metric : ImplausibleSensors.affected(neverSound[0], neverSound[neverSound.length - 1])) {
            affected.add(metric.jsonName());
        }
        Map<String, Double> metrics = new LinkedHashMap<>(repetition.metrics());
        Map<String, String> because = new TreeMap<>(repetition.notAssessedBecause());
        for (String name : affected) {
            if (metrics.remove(name) != null || because.containsKey(name)) {
                because.put(name, NotAssessedReason.IMPLAUSIBLE_SENSOR.jsonName());
            }
        }
        List<FormFlag> flags = new ArrayList<>();
        for (FormFlag flag : repetition.flags()) {
            if (!affected.contains(flag.metric())) {
                flags.add(flag);
            }
        }
        return new AnalysisResult.Repetition(
                repetition.number(),
                repetition.set(),
                repetition.startS(),
                repetition.barBreakS(),
                repetition.topS(),
                repetition.endS(),
                repetition.eccentricS(),
                repetition.bottomS(),
                repetition.concentricS(),
                repetition.topHoldS(),
                metrics,
                List.copyOf(because.keySet()),
                because,
                repetition.quality(),
                List.copyOf(flags));
    }
}
