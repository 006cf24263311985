package org.plumbline.bench.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table shows the numbers that matter, the furthest first, and names all others. */
class SensitivityTableTest {
    private static final Trial ANGLE = trial("Filter.GAIN", 58, 0.84, 58, 0.95);
    private static final Trial COUNT = trial("Rhythm.BREAK", 50, 0.84, 58, 0.84);
    private static final Trial LITTLE = trial("Filter.NOISE", 58, 0.86, 58, 0.84);
    private static final Trial NOTHING = trial("Limits.ROW", 58, 0.84, 58, 0.84);

    @Test
    void theFurthestMoveStandsFirst() {
        List<String> rows = printed(ANGLE, COUNT, LITTLE, NOTHING)
                .lines()
                .filter(line ->
                        line.startsWith("| Filter.") || line.startsWith("| Rhythm.") || line.startsWith("| Limits."))
                .collect(Collectors.toList());
        assertEquals(
                List.of(
                        "| Rhythm.BREAK | 8 | sets exact 58 → 50 | – |",
                        "| Filter.GAIN | 2 | – | flexion RMSE 0.84° → 0.95° |"),
                rows);
    }

    @Test
    void numbersThatMoveLittleOrNothingAreCountedAndNamed() {
        String text = printed(ANGLE, LITTLE, NOTHING);
        assertTrue(text.contains("less than a step (1): Filter.NOISE."), text);
        assertTrue(text.contains("Change no figure at all (1): Limits.ROW."), text);
    }

    @Test
    void aNumberWithoutFiguresIsNotCalledOneThatMovesNothing() {
        Trial.Outcome none = Trial.Outcome.failed("ArithmeticException: / by zero");
        String text = printed(new Trial("Grid.STEP", none, none));
        assertTrue(text.contains("- no figures: Grid.STEP: ArithmeticException: / by zero"), text);
        assertTrue(!text.contains("at all (1)"), text);
    }

    private static Trial trial(String name, double exact, double rms, double exactMore, double rmsMore) {
        return new Trial(
                name, new Trial.Outcome(List.of(exact, rms), ""), new Trial.Outcome(List.of(exactMore, rmsMore), ""));
    }

    private static String printed(Trial... trials) {
        Map<String, Figure> usual = new LinkedHashMap<>();
        usual.put("sets exact", Figure.count(58, "60 sets"));
        usual.put("flexion RMSE", Figure.angle(0.84, "60 sets"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new SensitivityTable(usual, out).print(List.of(trials));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
