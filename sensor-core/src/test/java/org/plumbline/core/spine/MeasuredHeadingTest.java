package org.plumbline.core.spine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plumbline.core.calibration.Calibration;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.calibration.SensorToSegment;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.orientation.OrientationTick;
import org.plumbline.core.recording.RecordingReader;
import org.plumbline.core.spine.HeadingTrial.Outcome;
import org.plumbline.core.testing.ValidationData;

/** Seated people who bend, lean and turn, against cameras. */
class MeasuredHeadingTest {
    private static final String SET = "trunk_imu_omc_debruijn";
    private static final double RATE_HZ = 49;

    /** Leans and turns no more than this: a symmetric movement. What leans by ε leaks 5° sin ε into the flexion. */
    private static final double STRAIGHT_DEG = 1.5;

    /** Both sensors of this set sit on the back with x up and z backward. */
    private static final SensorToSegment ON_THE_BACK =
            new SensorToSegment(new double[] {1, 0, 0}, new double[] {0, 1, 0}, 1);

    @Test
    void theHeadingOfRealPeopleIsKeptNoWorseThanByTheGyroscopesAloneAndTheErrorSaidIsHonest() throws IOException {
        Outcome nothing = new Outcome();
        Outcome all = new Outcome();
        for (Path file : recordings()) {
            HeadingTrial trial = new HeadingTrial(samples(file), RATE_HZ);
            double[] truth = trueHeadings(trial, file);
            double start = firstNumber(truth);
            HeadingTrial known = trial.with(startingAt(start));
            run(known, truth, EnumSet.noneOf(HeadingEvidence.class), nothing);
            run(known, truth, EnumSet.allOf(HeadingEvidence.class), all);
        }
        assertTrue(all.rmsDeg() < nothing.rmsDeg(), () -> all + " against " + nothing);
        assertTrue(all.coverage() > 0.9, all::toString);
        assertTrue(all.rmsAgainstSigma() > 0.5 && all.rmsAgainstSigma() < 1.3, all::toString);
    }

    @Test
    void fiveDegreesOfHeadingErrorLeaveTheFlexionOfRealPeopleAloneWhereTheyBendStraight() throws IOException {
        int symmetric = 0;
        double worst = 0;
        for (Path file : recordings()) {
            HeadingTrial trial = new HeadingTrial(samples(file), RATE_HZ);
            double start = firstNumber(trueHeadings(trial, file));
            for (double turnDeg : new double[] {-5, 5}) {
                List<SpinePose> right = poses(trial, start);
                List<SpinePose> wrong = poses(trial, start + Math.toRadians(turnDeg));
                for (int i = 0; i < right.size(); i++) {
                    SpinePose pose = right.get(i);
                    // written so that NaN is not straight
                    if (Math.abs(pose.lateralBendDeg) < STRAIGHT_DEG
                            && Math.abs(pose.axialRotationDeg) < STRAIGHT_DEG
                            && Math.abs(pose.trunkLateralLeanDeg) < STRAIGHT_DEG
                            && Math.abs(pose.pelvisLateralLeanDeg) < STRAIGHT_DEG) {
                        symmetric++;
                        worst = Math.max(worst, Math.abs(wrong.get(i).lumbarFlexionDeg - pose.lumbarFlexionDeg));
                    }
                }
            }
        }
        double found = worst;
        System.out.println("HM " + symmetric + " " + worst);
        assertTrue(symmetric > 50, "only " + symmetric + " straight poses");
        assertTrue(found < 0.2, () -> "flexion changed by " + found);
    }

    /** With the heading as given, right or wrong, and nothing that would correct it. */
    private static List<SpinePose> poses(HeadingTrial trial, double headingRad) {
        Calibration calibration = startingAt(headingRad);
        SpineKinematics kinematics = new SpineKinematics(
                calibration,
                SensorPlacement.PELVIS,
                new HeadingAlignment(calibration, EnumSet.noneOf(HeadingEvidence.class)));
        List<SpinePose> poses = new ArrayList<>();
        for (OrientationTick tick : trial.ticks) {
            SpinePose pose = new SpinePose();
            kinematics.update(tick, pose);
            poses.add(pose);
        }
        return poses;
    }

    private static void run(HeadingTrial trial, double[] truth, EnumSet<HeadingEvidence> used, Outcome outcome) {
        int[] row = {0};
        List<OrientationTick> ticks = trial.ticks;
        trial.run(
                used,
                tick -> {
                    while (ticks.get(row[0]) != tick) {
                        row[0]++;
                    }
                    return truth[row[0]];
                },
                outcome);
    }

    private static List<Path> recordings() throws IOException {
        try (Stream<Path> files = Files.list(ValidationData.folder().resolve(SET))) {
            return files.filter(file -> file.getFileName().toString().matches("[^.]*\\.csv\\.gz"))
                    .sorted()
                    .toList();
        }
    }

    private static List<ImuSample> samples(Path file) throws IOException {
        List<ImuSample> samples = new ArrayList<>();
        ImuSample sample = new ImuSample();
        try (RecordingReader reader = RecordingReader.open(file)) {
            while (reader.next(sample)) {
                ImuSample copy = sample.copy();
                boolean pelvis =
                        reader.header().sensors().get(sample.sensorIndex).placement() == SensorPlacement.PELVIS;
                copy.sensorIndex = pelvis ? 0 : 1;
                samples.add(copy);
            }
        }
        return samples;
    }

    /** The heading at every tick of the trial, rad; NaN where the cameras lost the markers. */
    private static double[] trueHeadings(HeadingTrial trial, Path file) throws IOException {
        List<double[]> optical = ValidationData.table(Path.of(file.toString().replace(".csv.gz", ".optical.csv.gz")));
        double[] headings = new double[trial.ticks.size()];
        int row = 0;
        for (int i = 0; i < headings.length; i++) {
            OrientationTick tick = trial.ticks.get(i);
            while (row + 1 < optical.size() && optical.get(row + 1)[0] <= tick.timeMicros) {
                row++;
            }
            double[] line = optical.get(row);
            double[] relative = {line[7], line[8], line[9], line[10]};
            boolean near = Math.abs(line[0] - tick.timeMicros) < 9000 && tick.complete();
            headings[i] =
                    near ? HeadingTrial.headingBetween(tick.orientation[0], tick.orientation[1], relative) : Double.NaN;
        }
        return headings;
    }

    private static double firstNumber(double[] values) {
        for (double value : values) {
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        throw new IllegalStateException("no truth at all");
    }

    private static Calibration startingAt(double headingRad) {
        return new Calibration(
                List.of(ON_THE_BACK, ON_THE_BACK),
                CalibrationGrade.GOOD,
                CalibrationGrade.GOOD,
                headingRad,
                Double.NaN,
                0,
                List.of());
    }
}
