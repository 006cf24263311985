package org.plumbline.server.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.ImuSample;

class RowsInOrderTest {
    @Test
    void rowsOfSensorsThatBringThemInPacketsComeOutInOrderOfTime() {
        List<String> written = new ArrayList<>();
        RowsInOrder rows = new RowsInOrder(sample -> written.add(sample.timeMicros + " of " + sample.sensorIndex));
        for (int packet = 0; packet < 100; packet++) {
            for (int sensor = 0; sensor < 2; sensor++) {
                for (int i = 0; i < 3; i++) {
                    rows.accept(sample(sensor, (packet * 3 + i) * 10_000L));
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

    private static ImuSample sample(int sensor, long timeMicros) {
        ImuSample sample = new ImuSample();
        sample.sensorIndex = sensor;
        sample.timeMicros = timeMicros;
        return sample;
    }
}
