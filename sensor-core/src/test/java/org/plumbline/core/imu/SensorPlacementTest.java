package org.plumbline.core.imu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensorPlacementTest {
    private static final EnumSet<SensorPlacement> TRUNK = EnumSet.of(
            SensorPlacement.PELVIS, SensorPlacement.LUMBAR, SensorPlacement.THORAX, SensorPlacement.UPPER_THORAX);

    @ParameterizedTest
    @EnumSource(SensorPlacement.class)
    void onlyPlacesOfTheTrunkTakePartInTheSpine(SensorPlacement placement) {
        assertEquals(TRUNK.contains(placement), placement.isTrunk());
    }

    @ParameterizedTest
    @EnumSource(SensorPlacement.class)
    void aPlaceIsFoundByItsName(SensorPlacement placement) {
        assertEquals(Optional.of(placement), SensorPlacement.ofFileName(placement.fileName()));
    }

    @ParameterizedTest
    @CsvSource({"UPPER_THORAX, upper_thorax", "PELVIS, pelvis"})
    void namesAreThoseOfTheRecordingFormat(SensorPlacement placement, String name) {
        assertEquals(name, placement.fileName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Pelvis", "pelvis ", "hip"})
    void otherNamesAreNone(String name) {
        assertTrue(SensorPlacement.ofFileName(name).isEmpty());
    }
}
