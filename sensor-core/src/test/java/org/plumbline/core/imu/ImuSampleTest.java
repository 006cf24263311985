package org.plumbline.core.imu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ImuSampleTest {
    @Test
    void aSampleIsCopiedInEveryField() {
        ImuSample sample = new ImuSample();
        sample.sensorIndex = 1;
        sample.timeMicros = 2;
        sample.arrivalMicros = 3;
        sample.accX = 4;
        sample.accY = 5;
        sample.accZ = 6;
        sample.gyrX = 7;
        sample.gyrY = 8;
        sample.gyrZ = 9;
        sample.flags = SampleFlag.GAP_BEFORE;
        ImuSample copy = sample.copy();
        sample.set(new ImuSample());
        assertEquals(1, copy.sensorIndex);
        assertEquals(2, copy.timeMicros);
        assertEquals(3, copy.arrivalMicros);
        assertEquals(15, copy.accX + copy.accY + copy.accZ);
        assertEquals(24, copy.gyrX + copy.gyrY + copy.gyrZ);
        assertEquals(4, copy.accX);
        assertEquals(6, copy.accZ);
        assertEquals(7, copy.gyrX);
        assertEquals(9, copy.gyrZ);
        assertEquals(SampleFlag.GAP_BEFORE, copy.flags);
        assertEquals(ImuSample.NO_ARRIVAL, sample.arrivalMicros);
    }
}
