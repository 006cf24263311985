package org.plumbline.bench.sensitivity;

/**
 * A figure that a changed number may move.
 *
 * @param value its value
 * @param unit {@code °}, or nothing for a count
 * @param step a smaller move is none, in that unit
 * @param basis what it is counted of
 */
public record Figure(double value, String unit, double step, String basis) {
    private static final double ANGLE_STEP_DEG = 0.05;

    public static Figure count(int count, String basis) {
        return new Figure(count, "", 1, basis);
    }

    public static Figure angle(double deg, String basis) {
        return new Figure(deg, "°", ANGLE_STEP_DEG, basis);
    }
}
