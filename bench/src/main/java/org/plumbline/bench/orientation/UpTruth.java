package org.plumbline.bench.orientation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.bench.IndexedRecording;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.orientation.Quaternions;

/**
 * Where up truly is for each sample of a sensor, in its axes: by the optical reference where there is one, by the run on
 * undamaged samples elsewhere.
 *
 * @param optical whether a camera saw it
 * @param up a unit vector a sample, empty where it is not known
 * @param sigmaDeg how far it may be off itself, one value a sample, degrees
 */
record UpTruth(boolean optical, List<double[]> up, double[] sigmaDeg) {

    static UpTruth of(IndexedRecording recording, Path file, SensorSamples sensor, List<Estimate> clean)
            throws IOException {
        List<double[]> up = new ArrayList<>();
        double[] sigmaDeg = new double[clean.size()];
        switch (recording.dataSet()) {
            case "broad" -> {
                ReferenceTrack reference = ReferenceTrack.ofMovingBoard(file);
                for (ImuSample sample : sensor.samples()) {
                    double[] orientation = reference.orientationAt(sample.timeMicros);
                    up.add(orientation == null ? new double[0] : upIn(orientation));
                }
                return new UpTruth(true, up, sigmaDeg);
            }
            case "trunk_imu_omc_debruijn" -> {
                ReferenceTrack reference =
                        ReferenceTable.read(file, ".optical.csv.gz").verticalOf(sensor.placement());
                for (ImuSample sample : sensor.samples()) {
                    double[] direction = reference.directionAt(sample.timeMicros);
                    up.add(direction == null ? new double[0] : direction);
                }
                return new UpTruth(true, up, sigmaDeg);
            }
            default -> {
                for (int i = 0; i < sigmaDeg.length; i++) {
                    Estimate estimate = clean.get(i);
                    boolean known = estimate.accepted() && estimate.levelled();
                    up.add(known ? upIn(estimate.orientation()) : new double[0]);
                    sigmaDeg[i] = estimate.inclinationSigmaDeg();
                }
                return new UpTruth(false, up, sigmaDeg);
            }
        }
    }

    private static double[] upIn(double[] orientation) {
        double[] unit = orientation.clone();
        Quaternions.normalize(unit);
        double[] up = new double[3];
        Quaternions.upInFrame(unit, up);
        return up;
    }
}
