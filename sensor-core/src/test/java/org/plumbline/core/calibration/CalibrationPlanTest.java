package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CalibrationPlanTest {
    private static final long UNKNOWN = CalibrationPlan.UNKNOWN;

    private static void expectMarked(CalibrationPlan plan, boolean neutral, boolean bend, boolean set) {
        assertEquals(neutral, plan.neutralMarked());
        assertEquals(bend, plan.bendMarked());
        assertEquals(set, plan.setMarked());
    }

    @Test
    void nothingIsMarkedOfItself() {
        CalibrationPlan plan = CalibrationPlan.unmarked();
        expectMarked(plan, false, false, false);
        assertEquals(Long.MAX_VALUE, plan.setToMicros());
    }

    @Test
    void eachStretchIsMarkedByItsOwnBeginning() {
        expectMarked(new CalibrationPlan(1, 2, UNKNOWN, UNKNOWN, UNKNOWN, Long.MAX_VALUE), true, false, false);
        expectMarked(new CalibrationPlan(UNKNOWN, UNKNOWN, 3, 4, UNKNOWN, Long.MAX_VALUE), false, true, false);
        expectMarked(new CalibrationPlan(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, 5, 6), false, false, true);
        expectMarked(new CalibrationPlan(0, 0, 0, 0, 0, 0), true, true, true);
    }

    @Test
    void aSetThatBeginsNowHasNoBowsBeforeIt() {
        CalibrationPlan plan = new CalibrationPlan(1, 2, 3, 4, 5, 6).beginningSetAt(7);
        assertEquals(new CalibrationPlan(1, 2, UNKNOWN, UNKNOWN, 7, 6), plan);
        assertFalse(plan.bendMarked());
        assertTrue(plan.setMarked());
    }
}
