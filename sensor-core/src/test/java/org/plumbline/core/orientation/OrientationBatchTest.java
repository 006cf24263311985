package org.plumbline.core.orientation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.testing.SimulatedSet;

class OrientationBatchTest {
    private static final double RATE_HZ = 104;
    private static final int STREAMS = 5;
    private static final OrientationParameters PARAMETERS = OrientationParameters.defaults();

    private final OrientationBatch batch = new OrientationBatch(STREAMS, RATE_HZ, PARAMETERS);
    private final SampleBlock block = new SampleBlock(STREAMS * 20);
    private final double[] wxyz = new double[4 * block.capacity()];
    private final double[] sigmaDeg = new double[block.capacity()];

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 20})
    void rowsGiveTheBitsOfSingleFilters(int run) {
        equalsSingleFilters(PARAMETERS, run);
    }

    @Test
    void lateSensorsAreCarriedForwardAsByASingleFilter() {
        equalsSingleFilters(PARAMETERS.withLatency(0.0024), 7);
    }

    /** Streams in random order, {@code run} rows of each on end; every stream is the set begun at another sample. */
    private void equalsSingleFilters(OrientationParameters parameters, int run) {
        List<ImuSample> samples = samples();
        OrientationBatch tested = new OrientationBatch(STREAMS, RATE_HZ, parameters);
        OrientationFilter[] alone = new OrientationFilter[STREAMS];
        int[] next = new int[STREAMS];
        for (int i = 0; i < STREAMS; i++) {
            alone[i] = new OrientationFilter(RATE_HZ, parameters);
            next[i] = 37 * i;
        }
        Random random = new Random(run);
        double[] expected = new double[4];
        double[] row = new double[4];
        for (int call = 0; call < 100; call++) {
            block.clear();
            while (block.count() + run <= block.capacity()) {
                int stream = random.nextInt(STREAMS);
                for (int i = 0; i < run; i++) {
                    block.add(stream, samples.get(next[stream]++));
                }
            }
            int taken = tested.update(block, wxyz, sigmaDeg);
            int takenAlone = 0;
            for (int i = 0; i < block.count(); i++) {
                OrientationFilter filter = alone[block.stream[i]];
                takenAlone += updated(filter, i) ? 1 : 0;
                filter.copyOrientationTo(expected);
                System.arraycopy(wxyz, 4 * i, row, 0, 4);
                assertArrayEquals(expected, row);
                assertEquals(filter.inclinationSigmaDeg(), sigmaDeg[i]);
            }
            assertEquals(takenAlone, taken);
        }
        for (int i = 0; i < STREAMS; i++) {
            assertArrayEquals(
                    alone[i].saveState().toBytes(), tested.filter(i).saveState().toBytes());
        }
    }

    @Test
    void outputsNobodyWantsMayBeNull() {
        List<ImuSample> samples = samples();
        OrientationFilter alone = new OrientationFilter(RATE_HZ);
        for (ImuSample sample : samples.subList(0, block.capacity())) {
            block.add(2, sample);
            alone.update(sample);
        }
        assertTrue(block.isFull());
        assertEquals(block.capacity(), batch.update(block, null, null));
        assertArrayEquals(
                alone.saveState().toBytes(), batch.filter(2).saveState().toBytes());
    }

    @Test
    void aStreamGoesOnFromASavedState() {
        List<ImuSample> samples = samples();
        OrientationFilter alone = new OrientationFilter(RATE_HZ);
        samples.subList(0, 1000).forEach(alone::update);
        batch.filter(3).restoreState(alone.saveState());
        block.add(3, samples.get(1000));
        alone.update(samples.get(1000));
        assertEquals(1, batch.update(block, wxyz, null));
        assertArrayEquals(
                alone.saveState().toBytes(), batch.filter(3).saveState().toBytes());
    }

    @Test
    void aRefusedRowIsNotCountedAndItsOutputsSayWhatHolds() {
        ImuSample sample = samples().get(0);
        block.add(0, sample);
        block.add(0, sample);
        assertEquals(1, batch.update(block, wxyz, sigmaDeg));
        for (int i = 0; i < 4; i++) {
            assertEquals(wxyz[i], wxyz[4 + i]);
        }
        assertEquals(sigmaDeg[0], sigmaDeg[1]);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, STREAMS})
    void aRowOfNoStreamIsRefusedAndNoRowTaken(int stream) {
        byte[] before = batch.filter(0).saveState().toBytes();
        block.add(0, samples().get(0));
        block.add(stream, samples().get(0));
        var refusal = assertThrows(IndexOutOfBoundsException.class, () -> batch.update(block, wxyz, sigmaDeg));
        assertEquals("stream " + stream + " of a batch of 5", refusal.getMessage());
        assertArrayEquals(before, batch.filter(0).saveState().toBytes());
        assertThrows(IndexOutOfBoundsException.class, () -> batch.filter(stream));
    }

    @Test
    void outputsTooShortAreRefused() {
        block.add(0, samples().get(0));
        block.add(1, samples().get(0));
        var orientation =
                assertThrows(IllegalArgumentException.class, () -> batch.update(block, new double[7], sigmaDeg));
        assertEquals("wxyz must hold 8 values for 2 rows, but holds 7", orientation.getMessage());
        var sigma = assertThrows(IllegalArgumentException.class, () -> batch.update(block, wxyz, new double[1]));
        assertEquals("inclinationSigmaDeg must hold 2 values for 2 rows, but holds 1", sigma.getMessage());
    }

    @Test
    void sizesThatCannotBeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SampleBlock(-1));
        assertThrows(IllegalArgumentException.class, () -> new OrientationBatch(0, RATE_HZ, PARAMETERS));
        SampleBlock small = new SampleBlock(1);
        small.add(0, new ImuSample());
        var full = assertThrows(IllegalStateException.class, () -> small.add(0, new ImuSample()));
        assertEquals("a block of 1 rows is full", full.getMessage());
    }

    @Test
    void aCallAllocatesNothing() {
        List<ImuSample> samples = samples();
        // the first time round loads classes
        allocatingCalls(new OrientationBatch(STREAMS, RATE_HZ, PARAMETERS), samples);
        int calls = samples.size() / 20;
        int allocating = allocatingCalls(batch, samples);
        // the first call levels each stream, and a few more allocate once; what a row or a block allocated would show
        // in all
        assertTrue(allocating <= calls / 20, allocating + " of " + calls + " calls allocated");
    }

    private int allocatingCalls(OrientationBatch tested, List<ImuSample> samples) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        int allocating = 0;
        for (int from = 0; from + 20 <= samples.size(); from += 20) {
            long before = threads.getCurrentThreadAllocatedBytes();
            block.clear();
            for (int stream = 0; stream < STREAMS; stream++) {
                for (int i = 0; i < 20; i++) {
                    block.add(stream, samples.get(from + i));
                }
            }
            tested.update(block, wxyz, sigmaDeg);
            allocating += threads.getCurrentThreadAllocatedBytes() > before ? 1 : 0;
        }
        return allocating;
    }

    private boolean updated(OrientationFilter filter, int row) {
        return filter.update(
                block.timeMicros[row],
                block.accX[row],
                block.accY[row],
                block.accZ[row],
                block.gyrX[row],
                block.gyrY[row],
                block.gyrZ[row],
                block.flags[row]);
    }

    private static List<ImuSample> samples() {
        return new SimulatedSet(SimulationScript.clean("deadlift", 8, 1))
                .samples().stream().filter(sample -> sample.sensorIndex == 0).toList();
    }
}
