package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SensorPresenceTest {
    private final Ticks ticks = Ticks.ofTwo();
    private final SensorPresence presence = new SensorPresence(2);

    private void both(int count) {
        for (int i = 0; i < count; i++) {
            presence.accept(ticks.next(0, 0));
        }
    }

    private void without(int sensor, int count) {
        for (int i = 0; i < count; i++) {
            presence.accept(Ticks.without(sensor, ticks.next(0, 0)));
        }
    }

    @Test
    void aSensorThatIsMissingForThreeSecondsIsNamedOnce() {
        for (int sensor = 0; sensor < 2; sensor++) {
            both(1);
            without(sensor, 299);
            assertEquals(-1, presence.silent());
            without(sensor, 1);
            assertEquals(sensor, presence.silent());
            without(sensor, 1);
            assertEquals(-1, presence.silent());
            without(sensor, 400);
            assertEquals(-1, presence.silent());
        }
    }

    @Test
    void aSensorThatComesBackIsMissedFromThereAnew() {
        without(1, 299);
        both(1);
        without(1, 299);
        assertEquals(-1, presence.silent());
        without(1, 1);
        assertEquals(1, presence.silent());
    }

    @Test
    void whatWasBeforeALateSensorCameIsNoSet() {
        without(1, 300);
        assertEquals(CalibrationPlan.UNKNOWN, presence.lateUntilMicros(), "it has not come yet");
        both(1);
        assertEquals(3_000_000, presence.lateUntilMicros());
        without(0, 400);
        both(1);
        assertEquals(3_000_000, presence.lateUntilMicros(), "that one went and came back");
    }

    @Test
    void aSensorIsNotLateThatIsThereWithinThreeSeconds() {
        without(1, 299);
        both(10);
        assertEquals(CalibrationPlan.UNKNOWN, presence.lateUntilMicros());
    }

    @Test
    void aSensorIsNotLateThatWasThereAtFirst() {
        both(1);
        without(1, 400);
        both(10);
        assertEquals(CalibrationPlan.UNKNOWN, presence.lateUntilMicros());
    }

    @Test
    void theRarestSensorIsTheOneThatWasThereLess() {
        assertEquals(-1, presence.rarest());
        both(5);
        assertEquals(-1, presence.rarest());
        without(0, 1);
        assertEquals(0, presence.rarest());
        without(1, 1);
        assertEquals(-1, presence.rarest(), "as often as the other");
        without(1, 1);
        assertEquals(1, presence.rarest());
    }

    @Test
    void oneSensorIsNotRarerThanAnother() {
        SensorPresence alone = new SensorPresence(1);
        alone.accept(Ticks.without(0, Ticks.ofOne().next(0)));
        assertEquals(-1, alone.rarest());
    }
}
