package org.plumbline.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.orientation.OrientationFilter;
import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.orientation.OrientationTickSink;
import org.plumbline.core.plausibility.Implausibility;

/**
 * The sensors of a set, each heard and judged for itself: its orientation, the quality of its stream, whether it is believed. Those on
 * the trunk go on to a common grid. A sample is to be {@link #take taken}, {@link #judge judged} and {@link #pass passed on}.
 */
final class SensorInputs {
    private final TrunkSensors trunk;
    private final OrientationFilter[] filters;
    private final SensorIntake[] intakes;
    private final SensorTrust trust;
    /** Position among the sensors used, or −1. */
    private final int[] usedAs;

    private final @Nullable OrientationGrid grid;

    SensorInputs(List<SensorDescription> sensors, TrunkSensors trunk, OrientationTickSink ticks) {
        this.trunk = trunk;
        int count = sensors.size();
        filters = new OrientationFilter[count];
        intakes = new SensorIntake[count];
        usedAs = new int[count];
        trust = new SensorTrust(trunk.used().size());
        for (int i = 0; i < count; i++) {
            filters[i] = new OrientationFilter(sensors.get(i).nominalRateHz());
            intakes[i] = new SensorIntake(sensors.get(i));
            usedAs[i] = trunk.used().indexOf(i);
        }
        grid = trunk.none() ? null : new OrientationGrid(trunk.used().size(), ticks);
    }

    /** Takes the next sample of a sensor; false where it says nothing. */
    boolean take(ImuSample sample) {
        int sensor = sample.sensorIndex;
        boolean trunkSensor = usedAs[sensor] >= 0;
        return (!trunkSensor || intakes[sensor].measures(sample)) && filters[sensor].update(sample);
    }

    /** What a sample shows to be impossible, for the first time, in words; null where nothing new is known. */
    @Nullable
    String judge(ImuSample sample) {
        int sensor = sample.sensorIndex;
        intakes[sensor].accept(sample, filters[sensor].atRest());
        int used = usedAs[sensor];
        Implausibility found = used < 0 ? null : intakes[sensor].newlyImplausible(sample);
        if (found == null) {
            return null;
        }
        trust.doubt(used, found.isFromTheStart());
        return found.message(trunk.placements().get(used));
    }

    /** Passes on the orientation after a sample. */
    void pass(ImuSample sample) {
        int used = usedAs[sample.sensorIndex];
        if (used >= 0 && grid != null) {
            grid.accept(used, sample.timeMicros, filters[sample.sensorIndex]);
        }
    }

    /** No more samples come. */
    void flush() {
        if (grid != null) {
            grid.flush();
        }
    }

    /** Which of them are believed. */
    SensorTrust trust() {
        return trust;
    }

    /** Whether a sensor has sent nothing at all. */
    boolean isSilent(int sensor) {
        return intakes[sensor].isEmpty();
    }

    /** What a person should know of the sensors on the trunk now that the stream has ended at {@code endMicros}. */
    List<String> remarks(long endMicros) {
        List<String> remarks = new ArrayList<>();
        for (int used : trunk.used()) {
            remarks.addAll(intakes[used].remarks(endMicros));
        }
        return remarks;
    }

    List<AnalysisResult.SensorQuality> qualities() {
        List<AnalysisResult.SensorQuality> qualities = new ArrayList<>();
        for (SensorIntake intake : intakes) {
            qualities.add(intake.quality());
        }
        return qualities;
    }
}
