package org.plumbline.core.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.packet.DeviceSuitability.Verdict;

class DeviceSuitabilityTest {
    @ParameterizedTest
    @CsvSource({
        "TIMU-4F2A,ec4b0001-385d-47f2-b45a-74b88028b6b4,TIMU",
        "WT901BLE67,0000ffe5-0000-1000-8000-00805f9a34fb,WITMOTION",
        "Movella DOT,15172000-4947-11e9-8646-d663bd873d93,MOVELLA_DOT",
        "Xsens DOT,15172000-4947-11e9-8646-d663bd873d93,MOVELLA_DOT",
        "Movesense 174630000192,34802252-7185-4d5d-b431-630e7050e8f0,MOVESENSE",
        "IMU_1,80030001-e629-4c98-9324-aa7fc0c66de7,CAPTURE2GO",
        "Thingy,ef680400-9b35-4933-9b10-52ffa9740042,THINGY_52"
    })
    void knowsADeviceByItsService(String name, UUID service, DeviceFamily family) {
        DeviceSuitability suitability = DeviceSuitability.ofServices(name, List.of(service));
        assertEquals(Verdict.CONFIRMED, suitability.verdict());
        assertEquals(Optional.of(family), suitability.family());
        assertEquals(family.service(), service);
    }

    @ParameterizedTest
    @CsvSource({
        "HWT901B,WITMOTION",
        "xsens dot,MOVELLA_DOT",
        "Movesense 1,MOVESENSE",
        "Polar Sense 1234,POLAR",
        "TIMU-1,TIMU"
    })
    void takesANameForASignAndNoProof(String name, DeviceFamily family) {
        DeviceSuitability suitability = DeviceSuitability.ofAdvertisement(name, List.of());
        assertEquals(Verdict.LIKELY, suitability.verdict());
        assertEquals(Optional.of(family), suitability.family());
    }

    @ParameterizedTest
    @CsvSource({
        "Polar H10 12345678,fb005c80-02e7-f387-1cad-8acd2d8df0c8,gyroscope",
        "Bangle.js c0de,6e400001-b5a3-f393-e0a9-e50e24dcca9e,gyroscope",
        "CC2650 SensorTag,f000aa80-0451-4000-b000-000000000000,10 samples a second",
        "Thingy:53,ef680400-9b35-4933-9b10-52ffa9740042,motion data",
        "BCN-123,00e00000-0001-11e1-ac36-0002a5d5c51b,too few samples",
        "MetaWear,326a9000-85cb-9195-d9dd-464cfbbae75a,no time",
        "SlimeVR Tracker,00001800-0000-1000-8000-00805f9b34fb,orientation",
        "Arduino,19b10000-e8f2-537e-4f6c-d104768a1214,published example",
        "Puck.js 1234,6e400001-b5a3-f393-e0a9-e50e24dcca9e,text"
    })
    void refusesWhatCannotBeUsedAndSaysWhy(String name, UUID service, String why) {
        for (DeviceSuitability suitability : List.of(
                DeviceSuitability.ofServices(name, List.of(service)),
                DeviceSuitability.ofAdvertisement(name, List.of(service)))) {
            assertEquals(Verdict.UNSUITABLE, suitability.verdict(), name);
            assertEquals(Optional.empty(), suitability.family());
            assertTrue(suitability.reason().contains(why), suitability.reason());
        }
    }

    @Test
    void takesABoardWithOurProfileWhateverItsNameIs() {
        List<UUID> both = List.of(DeviceFamily.TIMU.service(), UUID.fromString("6e400001-b5a3-f393-e0a9-e50e24dcca9e"));
        assertEquals(
                Optional.of(DeviceFamily.TIMU),
                DeviceSuitability.ofServices("Thingy:53", both).family());
    }

    @Test
    void doesNotTakeTheStandardsBaseForWitMotions() {
        UUID standard = UUID.fromString("0000ffe5-0000-1000-8000-00805f9b34fb");
        assertEquals(
                Verdict.UNKNOWN,
                DeviceSuitability.ofServices("WT901", List.of(standard)).verdict());
    }

    @Test
    void asksAPolarSensorForItsGyroscope() {
        assertEquals(
                Verdict.LIKELY,
                DeviceSuitability.ofServices("Polar Sense 1", List.of(DeviceFamily.POLAR.service()))
                        .verdict());
        assertEquals(Verdict.CONFIRMED, DeviceSuitability.ofPolar(true).verdict());
        assertEquals(Verdict.UNSUITABLE, DeviceSuitability.ofPolar(false).verdict());
    }

    @Test
    void refusesADotThatSendsItsOrientationAlone() {
        assertEquals(
                Verdict.UNSUITABLE,
                DeviceSuitability.ofDotPayload(DotPayload.EXTENDED_QUATERNION).verdict());
        assertEquals(
                Verdict.CONFIRMED,
                DeviceSuitability.ofDotPayload(DotPayload.RATE_QUANTITIES).verdict());
    }

    @Test
    void saysThatItDoesNotKnowAStranger() {
        DeviceSuitability stranger = DeviceSuitability.ofAdvertisement("Kettle", List.of());
        assertEquals(Verdict.UNKNOWN, stranger.verdict());
        assertFalse(stranger.reason().isEmpty());
    }
}
