package org.plumbline.core.calibration;

import java.util.ArrayList;
import java.util.List;

/**
 * How the sensors of one stream sit on one person.
 *
 * @param sensors one entry a sensor, in the order of the stream
 * @param report how good each part is
 * @param headingOffsetRad heading of the upper sensor's segment against the lower's at neutral, in the frames of this
 *     stream; 0 with one sensor
 * @param maxFlexionDeg median peak lumbar flexion of the bows; NaN where there were none or with one sensor
 * @param setStartMicros from when on repetitions are counted
 */
public record Calibration(
        List<SensorToSegment> sensors,
        CalibrationReport report,
        double headingOffsetRad,
        double maxFlexionDeg,
        long setStartMicros) {

    /** A calibration of which the grades are known and nothing else is to be said. */
    public Calibration(
            List<SensorToSegment> sensors,
            CalibrationGrade neutral,
            CalibrationGrade axis,
            double headingOffsetRad,
            double maxFlexionDeg,
            long setStartMicros,
            List<String> messages) {
        this(
                sensors,
                new CalibrationReport(
                        new CalibrationPart(neutral, null),
                        new CalibrationPart(axis, null),
                        new CalibrationPart(
                                Double.isNaN(maxFlexionDeg) ? CalibrationGrade.NONE : CalibrationGrade.GOOD, null),
                        false,
                        setStartMicros,
                        messages),
                headingOffsetRad,
                maxFlexionDeg,
                setStartMicros);
    }

    /** How good the neutral pose is. */
    public CalibrationGrade neutral() {
        return report.neutral().grade();
    }

    /** How good the bending axis is, the worst of the sensors. */
    public CalibrationGrade axis() {
        return report.axis().grade();
    }

    /** What is missing and what to do, in plain words. */
    public List<String> messages() {
        return report.messages();
    }

    /** The worse of neutral and axis: what every angle rests on. */
    public CalibrationGrade grade() {
        return report.grade();
    }

    /**
     * What of it holds in another stream, while the sensors stay where they are.
     *
     * @param nowMicros the time it is stored at, on the clock of this stream
     */
    public StoredCalibration toStored(long nowMicros) {
        List<double[]> rotations = new ArrayList<>();
        for (SensorToSegment sensor : sensors) {
            double[] rotation = new double[4];
            sensor.copyTo(rotation);
            rotations.add(rotation);
        }
        double ageS = Math.max(0, (nowMicros - report.madeMicros()) * 1e-6);
        return new StoredCalibration(
                List.copyOf(rotations), neutral(), axis(), report.maximum().grade(), maxFlexionDeg, ageS);
    }
}
