package org.plumbline.core.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalParserTest {
    private static double parse(String text) {
        byte[] bytes = ("," + text + ",").getBytes(StandardCharsets.UTF_8);
        return DecimalParser.decimal(bytes, 1, bytes.length - 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-0.0",
                "+9.81",
                "5.",
                ".5",
                "1e3",
                "1E-3",
                "-1.5e+2",
                "0.1",
                "123456789012345678",
                "9007199254740993",
                "0.00000000000000000000000000012",
                "4.9e-324",
                "1e999",
                "00012.500"
            })
    void readsWhatTheJdkReads(String text) {
        assertEquals(Double.parseDouble(text), parse(text), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "NaN",
                "nan",
                "Infinity",
                "-inf",
                "1f",
                "0x1p3",
                "1e",
                "1e+",
                "1.2.3",
                "--1",
                "1 2",
                "9,81",
                "e5",
                "１"
            })
    void refusesWhatIsNoDecimalNumber(String text) {
        assertEquals(Double.NaN, parse(text), text);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithTheJdkOnRandomNumbers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            double value = random.nextDouble(-1000, 1000);
            String text = String.format(java.util.Locale.ROOT, "%." + random.nextInt(0, 20) + "f", value);
            assertEquals(Double.parseDouble(text), parse(text), "seed " + seed + ": " + text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "17, 17",
        "999999999999999999, 999999999999999999",
        "1000000000000000000, -1",
        "-1, -1",
        "+1, -1",
        "1.0, -1",
        "'', -1",
        "1e3, -1"
    })
    void readsWholeNumbersFromZero(String text, long expected) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertEquals(expected, DecimalParser.integer(bytes, 0, bytes.length));
    }
}
