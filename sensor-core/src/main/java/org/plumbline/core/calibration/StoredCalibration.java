package org.plumbline.core.calibration;

import java.util.ArrayList;
import java.util.List;

/**
 * A calibration kept for later sets: how the sensors sit and the person's range. The headings of another stream mean
 * nothing in this one, so they are not kept. It is checked against the next standing pause before it is relied on.
 *
 * @param sensors rotation from sensor to segment of each sensor, {@code [w, x, y, z]}; with two, lower then upper
 * @param neutral how good the neutral pose was
 * @param axis how good the bending axis was
 * @param maximum how good the largest flexion was
 * @param maxFlexionDeg median peak lumbar flexion of the bows; NaN where not known
 * @param ageS how long ago it was made when the stream begins, s
 */
public record StoredCalibration(
        List<double[]> sensors,
        CalibrationGrade neutral,
        CalibrationGrade axis,
        CalibrationGrade maximum,
        double maxFlexionDeg,
        double ageS) {
    /** What the first of the numbers says: the order of the others. */
    private static final int FORM = 2;

    private static final int NUMBERS_BEFORE_ROTATIONS = 6;

    /** The form without the grade of the largest flexion. */
    private static final int EARLIER_FORM = 1;

    private static final int NUMBERS_BEFORE_ROTATIONS_EARLIER = 5;

    /** A rotation whose length is off by more was not written by {@link #toNumbers}. */
    private static final double UNIT_TOLERANCE = 1e-3;

    /** A year: older is a mistake of a clock, s. */
    private static final double OLDEST_S = 365.25 * 24 * 3600;

    public StoredCalibration {
        if (sensors.isEmpty() || sensors.size() > 2) {
            throw new IllegalArgumentException("a stored calibration has one or two sensors, not " + sensors.size());
        }
        for (double[] rotation : sensors) {
            if (rotation.length != 4 || !(Math.abs(length(rotation) - 1) < UNIT_TOLERANCE)) {
                throw new IllegalArgumentException(
                        "not a rotation in a stored calibration: " + java.util.Arrays.toString(rotation));
            }
        }
        if (!(ageS >= 0 && ageS <= OLDEST_S)) {
            throw new IllegalArgumentException(
                    "ageS of a stored calibration must be 0 to " + OLDEST_S + ", but is " + ageS);
        }
        if (Double.isInfinite(maxFlexionDeg)) {
            throw new IllegalArgumentException("maxFlexionDeg of a stored calibration is infinite");
        }
    }

    private static double length(double[] q) {
        return Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
    }

    /** The same, so much later. */
    public StoredCalibration olderBy(double seconds) {
        return new StoredCalibration(sensors, neutral, axis, maximum, maxFlexionDeg, ageS + seconds);
    }

    /** All of it as numbers, for a file or a data base. */
    public double[] toNumbers() {
        double[] numbers = new double[NUMBERS_BEFORE_ROTATIONS + 4 * sensors.size()];
        numbers[0] = FORM;
        numbers[1] = neutral.ordinal();
        numbers[2] = axis.ordinal();
        numbers[3] = maxFlexionDeg;
        numbers[4] = ageS;
        numbers[5] = maximum.ordinal();
        for (int i = 0; i < sensors.size(); i++) {
            System.arraycopy(sensors.get(i), 0, numbers, NUMBERS_BEFORE_ROTATIONS + 4 * i, 4);
        }
        return numbers;
    }

    /**
     * The calibration that {@link #toNumbers} wrote.
     *
     * @throws IllegalArgumentException where it did not write them
     */
    public static StoredCalibration ofNumbers(double[] numbers) {
        boolean earlier = numbers.length > 0 && numbers[0] == EARLIER_FORM;
        int before = earlier ? NUMBERS_BEFORE_ROTATIONS_EARLIER : NUMBERS_BEFORE_ROTATIONS;
        if (numbers.length < before
                || numbers[0] != (earlier ? EARLIER_FORM : FORM)
                || (numbers.length - before) % 4 != 0) {
            throw new IllegalArgumentException("not the numbers of a stored calibration");
        }
        List<double[]> rotations = new ArrayList<>();
        for (int i = before; i < numbers.length; i += 4) {
            rotations.add(new double[] {numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3]});
        }
        return new StoredCalibration(
                List.copyOf(rotations),
                gradeOf(numbers[1]),
                gradeOf(numbers[2]),
                earlier ? CalibrationGrade.FAIR : gradeOf(numbers[5]),
                numbers[3],
                numbers[4]);
    }

    private static CalibrationGrade gradeOf(double ordinal) {
        CalibrationGrade[] grades = CalibrationGrade.values();
        if (!(ordinal >= 0 && ordinal < grades.length)) {
            throw new IllegalArgumentException("no calibration grade has the number " + ordinal);
        }
        return grades[(int) ordinal];
    }
}
