package org.plumbline.core.simulation;

/**
 * What a simulated person is to do in a gym: calibration, then sets with rests between them, until the time is over.
 *
 * @param exercise exercise of all sets, {@value SimulationScript#DEADLIFT} or {@value SimulationScript#SQUAT}
 * @param minutes length of the session
 * @param seed seed of everything random; equal scripts give equal samples
 * @param sensors how good the sensors are
 */
public record SessionScript(String exercise, double minutes, long seed, SensorConditions sensors) {
    private static final double SHORTEST_MINUTES = 1;

    /** A day: more is a mistake in the script. */
    private static final double LONGEST_MINUTES = 24 * 60;

    public SessionScript {
        if (!exercise.equals(SimulationScript.DEADLIFT) && !exercise.equals(SimulationScript.SQUAT)) {
            throw new IllegalArgumentException("exercise must be " + SimulationScript.DEADLIFT + " or "
                    + SimulationScript.SQUAT + ", but is " + exercise);
        }
        if (!(minutes >= SHORTEST_MINUTES && minutes <= LONGEST_MINUTES)) {
            throw new IllegalArgumentException(
                    "minutes must be " + SHORTEST_MINUTES + " to " + LONGEST_MINUTES + ", but is " + minutes);
        }
    }

    /** A session with realistic sensors. */
    public static SessionScript realistic(String exercise, double minutes, long seed) {
        return new SessionScript(exercise, minutes, seed, SensorConditions.realistic());
    }
}
