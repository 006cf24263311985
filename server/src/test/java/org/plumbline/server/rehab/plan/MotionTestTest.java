package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.Metric;

/** A change is named only beyond what the channel can tell from noise: 9° of lumbar flexion. */
class MotionTestTest {
    private static final Metric FLEXION = Metric.LUMBAR_FLEXION_RANGE;

    private static List<AnalysisResult.Repetition> bends(double... rangesDeg) {
        return DoubleStream.of(rangesDeg)
                .mapToObj(range -> Made.repetition(Map.of(FLEXION, range)))
                .toList();
    }

    private static MotionTest test(String placement, double... rangesDeg) {
        return read("1", placement, rangesDeg);
    }

    private static MotionTest read(String algorithm, String placement, double... rangesDeg) {
        return new MotionTest(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Ines Therapist",
                null,
                Instant.EPOCH,
                false,
                placement,
                algorithm,
                null,
                List.of(MotionRange.of(FLEXION, bends(rangesDeg))));
    }

    @Test
    void theRangeIsTheMiddleOfTheBends() {
        MotionRange range = MotionRange.of(FLEXION, bends(48, 52, 50));

        assertEquals(50.0, range.medianDeg());
        assertEquals(48.0, range.leastDeg());
        assertEquals(52.0, range.mostDeg());
        assertEquals(9, range.detectableDeg());
    }

    @Test
    void twoBendsAreTooFew() {
        MotionRange range = MotionRange.of(FLEXION, bends(48, 52));

        assertNull(range.medianDeg());
        assertEquals(MotionRange.Reason.TOO_FEW_BENDS, range.notAssessed());
    }

    @Test
    void bendsThatDisagreeGiveNoRange() {
        assertEquals(
                MotionRange.Reason.BENDS_DIFFER,
                MotionRange.of(FLEXION, bends(30, 45, 52)).notAssessed());
    }

    @Test
    void oneSensorGivesNoLumbarRange() {
        List<AnalysisResult.Repetition> bends = List.of(Made.repetition(Map.of(Metric.TRUNK_INCLINATION_RANGE, 80.0)));
        assertEquals(MotionRange.Reason.NOT_SEEN, MotionRange.of(FLEXION, bends).notAssessed());
    }

    @Test
    void aDifferenceWithinTheDetectableChangeCannotBeTold() {
        MotionChange change =
                MotionChange.of(FLEXION, test("pelvis + thorax", 45, 45, 45), test("pelvis + thorax", 54, 54, 54));
        assertEquals(MotionChange.Kind.CANNOT_BE_TOLD, change.kind());
    }

    @Test
    void aDifferenceBeyondItIsAChange() {
        MotionChange more =
                MotionChange.of(FLEXION, test("pelvis + thorax", 45, 45, 45), test("pelvis + thorax", 55, 55, 55));
        MotionChange less =
                MotionChange.of(FLEXION, test("pelvis + thorax", 55, 55, 55), test("pelvis + thorax", 45, 45, 45));

        assertEquals(MotionChange.Kind.MORE, more.kind());
        assertEquals(10, more.byDeg());
        assertEquals(MotionChange.Kind.LESS, less.kind());
    }

    @Test
    void sensorsElsewhereCannotBeCompared() {
        MotionChange change =
                MotionChange.of(FLEXION, test("pelvis + thorax", 45, 45, 45), test("lumbar + thorax", 65, 65, 65));
        assertEquals(MotionChange.Kind.NOT_COMPARABLE, change.kind());
    }

    @Test
    void whatAnotherAlgorithmReadCannotBeCompared() {
        MotionChange change = MotionChange.of(
                FLEXION, read("1", "pelvis + thorax", 45, 45, 45), read("2", "pelvis + thorax", 65, 65, 65));
        assertEquals(MotionChange.Kind.NOT_COMPARABLE, change.kind());
    }

    @Test
    void aTestIsHeldAgainstTheFirstItCanBeComparedWith() {
        MotionTest first = read("1", "pelvis + thorax", 30, 30, 30);
        MotionTest second = read("2", "pelvis + thorax", 45, 45, 45);
        MotionTest third = read("2", "pelvis + thorax", 65, 65, 65);
        List<MotionTest> tests = List.of(third, second, first);

        assertEquals(
                20, MotionChange.sinceFirst(FLEXION, tests, third).orElseThrow().byDeg());
        assertEquals(
                MotionChange.Kind.NOT_COMPARABLE,
                MotionChange.sinceFirst(FLEXION, tests, second).orElseThrow().kind());
        assertEquals(Optional.empty(), MotionChange.sinceFirst(FLEXION, tests, first));
    }
}
