package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.plumbline.server.training.PlannedWork.ThisWeek;

class PlannedWorkTest {
    @Test
    void aWeekIsDoneWithItsDaysInFullOrWithMoreThanPrescribedOnWhateverDays() {
        assertFalse(new ThisWeek(2, 3, false, false).isDone(), "the third day goes on");
        assertTrue(new ThisWeek(3, 3, true, false).isDone());
        assertTrue(new ThisWeek(4, 3, false, true).isDone());
        assertTrue(new ThisWeek(1, 3, false, true).isDone(), "more than prescribed is offered no more");
    }

    @Test
    void nothingIsLeftTodayWhereTodayIsDoneThoughTheWeekGoesOn() {
        assertFalse(new ThisWeek(1, 3, true, false).isLeftToday());
        assertTrue(new ThisWeek(1, 3, false, false).isLeftToday());
        assertFalse(new ThisWeek(4, 3, false, true).isLeftToday());
    }
}
