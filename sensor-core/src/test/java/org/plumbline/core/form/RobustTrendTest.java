package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RobustTrendTest {
    @Test
    void fiveRisingValuesAreTheFewestThatAreNoChance() {
        RobustTrend trend = RobustTrend.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0));
        assertEquals(1, trend.slope(), 1e-12);
        assertEquals(2.0 / 120, trend.probability(), 1e-12, "two of the 120 orders");
        assertTrue(trend.isClear());
        assertEquals(5, trend.level(), 1e-12);
        assertEquals(Confidence.MEDIUM, trend.confidence());
        assertFalse(RobustTrend.of(List.of(1.0, 2.0, 3.0, 4.0)).isClear());
    }

    @Test
    void oneOddValueMovesTheSlopeLittle() {
        RobustTrend trend = RobustTrend.of(List.of(0.0, 1.0, 2.0, 50.0, 4.0, 5.0, 6.0, 7.0));
        assertEquals(1, trend.slope(), 0.2);
        assertTrue(trend.isClear());
    }

    @Test
    void whatIsMissingKeepsItsPlace() {
        RobustTrend trend = RobustTrend.of(List.of(0.0, Double.NaN, 2.0, 3.0, Double.NaN, 5.0, 6.0));
        assertEquals(1, trend.slope(), 1e-12);
        assertEquals(5, trend.count());
    }

    @Test
    void ofHundredsOfRepetitionsOnlyTheLastCount() {
        List<Double> series = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            // climbs for long, and falls in the end
            series.add(i < 440 ? i : 440 - 0.5 * (i - 440));
        }
        RobustTrend trend = RobustTrend.of(series);
        assertEquals(RobustTrend.MOST, trend.count());
        assertEquals(-0.5, trend.slope(), 1e-12);
        assertEquals(410.5, trend.level(), 1e-12);
    }

    @Test
    void theIntervalOfSevenValuesRunsFromTheFourthToTheEighteenthSlope() {
        // Gilbert 1987: of N slopes the ranks (N - C) / 2 and (N + C) / 2 + 1; here N = 21, C = 1.96 · √44.3 = 13
        List<Double> example = List.of(1.0, 2.0, 3.0, 4.0, 5.0, 16.0, 7.0);
        RobustTrend trend = RobustTrend.of(example);
        assertEquals(1, trend.slope(), 1e-12);
        assertEquals(1, trend.slopeLow(), 1e-12);
        assertEquals(3.5, trend.slopeHigh(), 1e-12);
    }

    @Test
    void aSeriesUpsideDownHasTheSameIntervalUpsideDown() {
        Random random = new Random(5);
        for (int count = RobustTrend.FEWEST; count <= 15; count++) {
            List<Double> series = new ArrayList<>();
            List<Double> upsideDown = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                double value = random.nextGaussian();
                series.add(value);
                upsideDown.add(-value);
            }
            RobustTrend trend = RobustTrend.of(series);
            RobustTrend other = RobustTrend.of(upsideDown);
            assertEquals(trend.slopeLow(), -other.slopeHigh(), 1e-12);
            assertEquals(trend.slopeHigh(), -other.slopeLow(), 1e-12);
            assertTrue(trend.slopeLow() < trend.slope() && trend.slope() < trend.slopeHigh());
        }
    }

    @Test
    void equalValuesAreNoTrend() {
        assertEquals(1, RobustTrend.of(List.of(3.0, 3.0, 3.0, 3.0, 3.0, 3.0)).probability(), 1e-9);
    }

    @Test
    void theExactProbabilityIsThatOfKendallsTable() {
        // n = 8, S = 16: one-sided 0.031 (Kendall 1975), so 0.0620 both ways
        RobustTrend trend = RobustTrend.of(List.of(1.0, 2.0, 3.0, 4.0, 8.0, 7.0, 6.0, 5.0));
        assertEquals(0.0610, trend.probability(), 0.002);
        assertFalse(trend.isClear());
    }

    @Test
    void noiseIsCalledATrendNoMoreOftenThanSaid() {
        Random random = new Random(7);
        for (int count : new int[] {6, 8, 12}) {
            int clear = 0;
            for (int set = 0; set < 2000; set++) {
                List<Double> series = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    series.add(random.nextGaussian());
                }
                clear += RobustTrend.of(series).isClear() ? 1 : 0;
            }
            assertTrue(clear < 0.06 * 2000 && clear > 0.01 * 2000, clear + " of 2000");
        }
    }

    @Test
    void equalValuesAreTakenOutOfTheVariance() {
        // four pairs of equal values: S = 24, variance (8·7·21 − 4·2·1·9) / 18 = 61.33, z = 23 / 7.83 = 2.94
        RobustTrend trend = RobustTrend.of(List.of(1.0, 1.0, 2.0, 2.0, 3.0, 3.0, 4.0, 4.0));
        assertEquals(0.00332, trend.probability(), 0.00002);
        assertEquals(Confidence.HIGH, trend.confidence());
        // three equal ones: S = 7, variance (5·4·15 − 3·2·11) / 18 = 13, z = 6 / 3.61 = 1.66
        assertEquals(0.0961, RobustTrend.of(List.of(1.0, 1.0, 1.0, 2.0, 3.0)).probability(), 0.0002);
    }

    @Test
    void upToTenValuesTheOrdersAreCounted() {
        List<Double> rising = List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0);
        assertEquals(2 / 3628800.0, RobustTrend.of(rising).probability(), 1e-12, "two of the orders of ten");
    }

    @Test
    void aFallIsAsClearAsARise() {
        RobustTrend falling = RobustTrend.of(List.of(9.0, 8.0, 8.0, 6.0, 5.0, 3.0, 2.0));
        RobustTrend rising = RobustTrend.of(List.of(2.0, 3.0, 5.0, 6.0, 8.0, 8.0, 9.0));
        assertEquals(rising.probability(), falling.probability(), 1e-12);
        assertTrue(falling.isClear());
    }
}
