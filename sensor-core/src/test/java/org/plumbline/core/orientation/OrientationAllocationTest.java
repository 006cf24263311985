package org.plumbline.core.orientation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.ImuSample;

class OrientationAllocationTest {
    private static final int WARM_UP = 20_000;
    private static final int SAMPLES = 200_000;

    @Test
    void nothingThatCanHappenToASampleAllocates() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        OrientationDeterminismTest.Stream stream = new OrientationDeterminismTest.Stream();
        List<ImuSample> samples = new ArrayList<>();
        for (int k = 0; k < WARM_UP + SAMPLES; k++) {
            samples.add(stream.next().copy());
        }
        OrientationFilter filter = new OrientationFilter(104);
        double[] orientation = new double[4];
        for (int k = 0; k < WARM_UP; k++) {
            filter.update(samples.get(k));
        }
        threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int k = WARM_UP; k < samples.size(); k++) {
            filter.update(samples.get(k));
            filter.copyOrientationTo(orientation);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertEquals(0, allocated, "bytes for " + SAMPLES + " samples");
    }
}
