package org.plumbline.server.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.ImuSample;

class RowsInOrderTest {
    private final List<String> written = new ArrayList<>();
    private final RowsInOrder rows =
            new RowsInOrder(sample -> written.add(sample.timeMicros + " of " + sample.sensorIndex));

    /** As whoever reads rows has it: one carrier that is filled again and again. */
    private final ImuSample carrier = new ImuSample();

    private void bring(int sensor, long timeMicros) {
        carrier.sensorIndex = sensor;
        carrier.timeMicros = timeMicros;
        rows.accept(carrier);
    }

    @Test
    void rowsOfSensorsThatBringThemInPacketsComeOutInOrderOfTime() {
        for (int packet = 0; packet < 100; packet++) {
            for (int sensor = 0; sensor < 2; sensor++) {
                for (int i = 0; i < 3; i++) {
                    bring(sensor, (packet * 3 + i) * 10_000L);
                }
            }
        }
        rows.finish();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            expected.add(i * 10_000L + " of 0");
            expected.add(i * 10_000L + " of 1");
        }
        assertEquals(expected, written);
    }

    @Test
    void nothingIsHeldForMoreThanTwoSeconds() {
        for (int second = 0; second <= 10; second++) {
            bring(0, second * 1_000_000L);
        }
        assertEquals(9, written.size(), "a recording of hours is not kept in memory");
        assertEquals("8000000 of 0", written.get(8));
        rows.finish();
        assertEquals(11, written.size());
    }

    @Test
    void aRowOfAnotherSensorFindsItsPlaceWithinTwoSecondsAndLaterStaysWhereItCame() {
        bring(0, 0);
        bring(0, 2_000_000);
        bring(1, 1_000_000);
        bring(0, 5_000_000);
        bring(1, 1_500_000);
        bring(0, 6_000_000);
        rows.finish();
        assertEquals(
                List.of("0 of 0", "1000000 of 1", "2000000 of 0", "1500000 of 1", "5000000 of 0", "6000000 of 0"),
                written);
    }
}
