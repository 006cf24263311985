package org.plumbline.server.wearable.station;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.server.wearable.SensorsInUseException;

/** What is asked of sensors is understood, and cannot be had now. */
class SensorRefusalsTest {
    @ParameterizedTest
    @ValueSource(classes = {SensorStateException.class, NoSuchSensorException.class, SensorsInUseException.class})
    void whatCannotBeHadNowIsNotTakenForARequestThatSaysNonsense(Class<?> refusal) {
        assertFalse(IllegalArgumentException.class.isAssignableFrom(refusal), "it would be answered with 400");
    }
}
