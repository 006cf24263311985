package org.plumbline.core.orientation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SampleFlag;
import org.plumbline.core.testing.MovingSensor;

/** The same samples give the same bits: at once, and however often the filter was put away and taken out again. */
class OrientationDeterminismTest {
    private static final double RATE_HZ = 104;
    private static final int SAMPLES = 6000;

    @Test
    void theSameSamplesGiveTheSameBits() {
        assertArrayEquals(bytesAfter(SAMPLES), bytesAfter(SAMPLES));
        assertFalse(Arrays.equals(bytesAfter(SAMPLES), bytesAfter(SAMPLES - 1)), "a difference could have shown");
    }

    @Test
    void aFilterThatIsPutAwayAndTakenOutAgainGoesOnToTheSameBits() {
        Random random = new Random(1);
        Stream stream = new Stream();
        OrientationFilter straight = new OrientationFilter(RATE_HZ);
        OrientationFilter copied = new OrientationFilter(RATE_HZ);
        OrientationFilter written = new OrientationFilter(RATE_HZ);
        int times = 0;
        for (int k = 0; k < SAMPLES; k++) {
            ImuSample sample = stream.next();
            straight.update(sample);
            copied.update(sample);
            written.update(sample);
            if (k < 50 || random.nextInt(20) == 0) {
                OrientationState copy = copied.saveState();
                copied = new OrientationFilter(RATE_HZ);
                copied.restoreState(copy);
                byte[] bytes = written.saveState().toBytes();
                written = new OrientationFilter(25);
                written.restoreState(OrientationState.fromBytes(bytes));
                times++;
            }
            if (k % 50 == 0) {
                assertSameBits(straight, copied, k);
                assertSameBits(straight, written, k);
            }
        }
        assertSameBits(straight, copied, SAMPLES);
        assertSameBits(straight, written, SAMPLES);
        assertTrue(times > 200);
    }

    private static void assertSameBits(OrientationFilter expected, OrientationFilter found, int sample) {
        assertArrayEquals(
                expected.saveState().toBytes(), found.saveState().toBytes(), () -> "after " + sample + " samples");
        double[] a = new double[4];
        double[] b = new double[4];
        expected.copyOrientationTo(a);
        found.copyOrientationTo(b);
        assertArrayEquals(a, b, 0.0);
        assertEquals(expected.inclinationSigmaDeg(), found.inclinationSigmaDeg(), 0.0);
        assertEquals(expected.isLevelled(), found.isLevelled());
        assertEquals(expected.atRest(), found.atRest());
    }

    @Test
    void anotherProcessGoesOnToTheSameBits(@TempDir Path folder) throws IOException, InterruptedException {
        int here = 2345;
        Path saved = folder.resolve("state");
        Path errors = folder.resolve("errors");
        Files.write(saved, bytesAfter(here));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        // compiled at once there, interpreted at first here: the bits must not care
                        "-Xcomp",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        OrientationDeterminismTest.class.getName(),
                        saved.toString(),
                        Integer.toString(here))
                .redirectOutput(folder.resolve("output").toFile())
                .redirectError(errors.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertTrue(ended, "the other process takes too long");
        assertEquals(0, process.exitValue(), () -> read(errors));
        assertEquals(
                HexFormat.of().formatHex(bytesAfter(SAMPLES)),
                read(folder.resolve("output")).trim());
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replace(';', File.pathSeparatorChar);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    /** The other process: goes on from the state in the file after that many samples, and prints where it ends. */
    public static void main(String[] arguments) throws IOException {
        OrientationFilter filter = new OrientationFilter(RATE_HZ);
        filter.restoreState(OrientationState.fromBytes(Files.readAllBytes(Path.of(arguments[0]))));
        Stream stream = new Stream();
        int from = Integer.parseInt(arguments[1]);
        for (int k = 0; k < SAMPLES; k++) {
            ImuSample sample = stream.next();
            if (k >= from) {
                filter.update(sample);
            }
        }
        System.out.println(HexFormat.of().formatHex(filter.saveState().toBytes()));
    }

    @Test
    void aCopyKnowsNothingOfWhatCameAfterIt() {
        Stream stream = new Stream();
        OrientationFilter filter = new OrientationFilter(RATE_HZ);
        for (int k = 0; k < 1000; k++) {
            filter.update(stream.next());
        }
        OrientationState kept = filter.saveState();
        OrientationState copyOfCopy = kept.copy();
        byte[] before = kept.toBytes();
        OrientationFilter other = new OrientationFilter(RATE_HZ);
        other.restoreState(kept);
        for (int k = 0; k < 1000; k++) {
            ImuSample sample = stream.next();
            filter.update(sample);
            other.update(sample);
            other.update(sample);
        }
        assertArrayEquals(before, kept.toBytes());
        assertArrayEquals(before, copyOfCopy.toBytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 100, 2000, -9, -8, -1})
    void bytesCutShortAreRefused(int length) {
        byte[] whole = bytesAfter(500);
        byte[] cut = Arrays.copyOf(whole, length < 0 ? whole.length + length : length);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> OrientationState.fromBytes(cut));
        assertEquals("a saved orientation state cut short at " + cut.length + " bytes", refused.getMessage());
    }

    @Test
    void bytesTooManyAreRefused() {
        byte[] whole = bytesAfter(500);
        byte[] more = Arrays.copyOf(whole, whole.length + 3);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> OrientationState.fromBytes(more));
        assertEquals("a saved orientation state with 3 bytes too many", refused.getMessage());
    }

    @Test
    void bytesOfAnotherVersionAreRefused() {
        byte[] other = bytesAfter(500);
        other[3]++;
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> OrientationState.fromBytes(other));
        assertEquals("not a saved orientation state of this version", refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aSingleWrongBitIsFound(long seed) {
        Random random = new Random(seed);
        byte[] whole = bytesAfter(500);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            damaged[4 + random.nextInt(whole.length - 4)] ^= (byte) (1 << random.nextInt(8));
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> OrientationState.fromBytes(damaged));
            assertTrue(refused.getMessage().contains("damaged"), refused.getMessage());
        }
    }

    private static byte[] bytesAfter(int samples) {
        Stream stream = new Stream();
        OrientationFilter filter = new OrientationFilter(RATE_HZ);
        for (int k = 0; k < samples; k++) {
            filter.update(stream.next());
        }
        return filter.saveState().toBytes();
    }

    /** A minute of all that can happen: movement, rest, holes, gaps, wild samples, flags and a clock that starts anew. */
    static final class Stream {
        private final Random random = new Random(42);
        private final MovingSensor sensor = new MovingSensor(42);
        private final ImuSample sample = new ImuSample();
        private double timeS;
        private int count;

        ImuSample next() {
            count++;
            int chance = random.nextInt(3000);
            double from = timeS;
            timeS += chance == 0 ? 1.3 : chance < 30 ? 0.12 : (0.9 + 0.2 * random.nextDouble()) / RATE_HZ;
            if (count / 600 % 3 == 2) {
                sample.gyrX = 0.01 * random.nextGaussian();
                sample.gyrY = 0.01 * random.nextGaussian();
                sample.gyrZ = 0.01 * random.nextGaussian();
                sample.timeMicros = Math.round(timeS * 1e6);
            } else {
                sensor.measure(from, timeS, sample);
            }
            sample.flags = chance == 100
                    ? SampleFlag.TIME_RESTART
                    : chance > 100 && chance < 110 ? SampleFlag.ANGULAR_RATE_CLIPPED : 0;
            if (chance > 110 && chance < 130) {
                sample.gyrY += 25;
            }
            if (chance > 130 && chance < 150) {
                sample.accZ -= 160;
            }
            if (chance > 150 && chance < 155) {
                sample.accX = Double.NaN;
            }
            return sample;
        }
    }
}
