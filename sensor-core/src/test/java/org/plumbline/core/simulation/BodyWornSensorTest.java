package org.plumbline.core.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BodyWornSensorTest {
    private static final double PERIOD_S = 1.0 / 104;

    @Test
    void strapdownIntegrationOfItsRateGivesItsOrientationBack() {
        for (BodyKinematics.Segment segment : BodyKinematics.Segment.values()) {
            MotionPlan plan = MotionPlanner.plan(SimulationScript.clean("deadlift", 5, 11));
            BodyWornSensor sensor = sensor(plan, segment);
            double[] integrated = new double[4];
            sensor.orientation(integrated);
            double[] turn = new double[4];
            while (sensor.timeS() < plan.endS) {
                sensor.next();
                double[] rate = sensor.angularRateRadPerS;
                Rotations.fromVector(rate[0] * PERIOD_S, rate[1] * PERIOD_S, rate[2] * PERIOD_S, turn);
                Rotations.multiply(integrated, turn, integrated);
            }
            assertTrue(angleDeg(integrated, orientationOf(sensor)) < 1e-6, "strapdown left the truth");
        }
    }

    @Test
    void integratedSpecificForceGivesTheVelocityOfTheBodyBack() {
        for (String exercise : new String[] {"deadlift", "squat"}) {
            MotionPlan plan = MotionPlanner.plan(SimulationScript.clean(exercise, 6, 5));
            BodyWornSensor sensor = sensor(plan, BodyKinematics.Segment.THORAX);
            double[] velocity = velocityAt(plan, sensor.timeS());
            double[] earth = new double[3];
            double[] middle = new double[4];
            double fastest = 0;
            while (sensor.timeS() < plan.endS) {
                double[] before = orientationOf(sensor);
                sensor.next();
                double[] rate = sensor.angularRateRadPerS;
                double half = PERIOD_S / 2;
                Rotations.fromVector(rate[0] * half, rate[1] * half, rate[2] * half, middle);
                Rotations.multiply(before, middle, middle);
                double[] force = sensor.specificForceMs2;
                Rotations.rotate(middle, force[0], force[1], force[2], earth);
                earth[2] -= BodyWornSensor.GRAVITY_MS2;
                for (int axis = 0; axis < 3; axis++) {
                    velocity[axis] += earth[axis] * PERIOD_S;
                }
                fastest = Math.max(fastest, norm(velocity));
            }
            assertTrue(fastest > 0.5, "the thorax moves at more than half a metre a second");
            double[] really = velocityAt(plan, sensor.timeS());
            for (int axis = 0; axis < 3; axis++) {
                assertEquals(really[axis], velocity[axis], 0.01, exercise + ", m/s after the whole set");
            }
        }
    }

    @Test
    void atRestMeasuresGravityUpwardAndNoRate() {
        MotionPlan still = new MotionPlan();
        still.freeze(10);
        BodyKinematics body = new BodyKinematics(still, 1);
        double[] level = {1, 0, 0, 0};
        BodyWornSensor sensor =
                new BodyWornSensor(body, SensorSeat.firm(BodyKinematics.Segment.THORAX), level, 1, PERIOD_S, 0.3);
        for (int sample = 0; sample < 500; sample++) {
            sensor.next();
            // sway and breath are all that moves
            assertEquals(9.81, norm(sensor.specificForceMs2), 0.06);
            assertEquals(9.81, sensor.specificForceMs2[2], 0.06);
            assertTrue(norm(sensor.angularRateRadPerS) < Math.toRadians(3));
        }
    }

    @Test
    void theFloorImpactIsAShortBurstThatLeavesNothingBehind() {
        FloorImpact impact =
                new FloorImpact(List.of(FloorImpact.Touchdown.ofBar(2), new FloorImpact.Touchdown(5, 0.5, 0, 2)));
        assertEquals(0, heightM(impact, 1.999));
        assertTrue(Math.abs(heightM(impact, 2.03)) > 0.1);
        assertEquals(0, heightM(impact, 2.3), 1e-3);
        assertEquals(2 * heightM(impact, 2.03), heightM(impact, 5.03), 1e-9);
    }

    private static double heightM(FloorImpact impact, double timeS) {
        double[] positionM = new double[3];
        impact.shake(timeS, 1, positionM);
        return positionM[2];
    }

    private static BodyWornSensor sensor(MotionPlan plan, BodyKinematics.Segment segment) {
        SeededRandom random = new SeededRandom(3, SeededRandom.Purpose.SENSOR, segment.ordinal());
        return new BodyWornSensor(
                new BodyKinematics(plan, 3), SensorSeat.firm(segment), random.rotation(), 0.1, PERIOD_S, 0.3);
    }

    private static double[] velocityAt(MotionPlan plan, double timeS) {
        BodyKinematics body = new BodyKinematics(plan, 3);
        double[] before = new double[3];
        double[] after = new double[3];
        body.sensorAt(BodyKinematics.Segment.THORAX, timeS - 1e-3, before, new double[4]);
        body.sensorAt(BodyKinematics.Segment.THORAX, timeS + 1e-3, after, new double[4]);
        return new double[] {(after[0] - before[0]) / 2e-3, (after[1] - before[1]) / 2e-3, (after[2] - before[2]) / 2e-3
        };
    }

    private static double[] orientationOf(BodyWornSensor sensor) {
        double[] orientation = new double[4];
        sensor.orientation(orientation);
        return orientation;
    }

    private static double angleDeg(double[] first, double[] second) {
        double[] vector = new double[3];
        Rotations.vectorBetween(first, second, vector);
        return Math.toDegrees(norm(vector));
    }

    private static double norm(double[] vector) {
        return Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
    }
}
