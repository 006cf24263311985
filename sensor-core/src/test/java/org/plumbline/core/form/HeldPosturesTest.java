package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.spine.SpinePose;

/** Which of the segments that are seen a hold is judged by. */
class HeldPosturesTest {
    private static final int RATE = OrientationGrid.RATE_HZ;
    private static final long LAST = 6 * RATE - 1;
    private static final Stretch HOLD = new Stretch(0, LAST + 1);

    private final PoseHistory history = new PoseHistory();
    private final ChannelReading reading = new ChannelReading(history);

    /** Held for three seconds, and for three more with the thorax so far and the pelvis so far below. */
    private void hold(double trunkDeg, double pelvisDeg) {
        SpinePose pose = new SpinePose();
        for (long i = 0; i <= LAST; i++) {
            boolean sunk = i >= 3 * RATE;
            pose.timeMicros = i * OrientationGrid.PERIOD_MICROS;
            pose.trunkInclinationDeg = 0;
            pose.pelvisTiltDeg = 0;
            pose.trunkLateralLeanDeg = 70 - (sunk ? trunkDeg : 0);
            pose.pelvisLateralLeanDeg = 70 - (sunk ? pelvisDeg : 0);
            history.add(pose);
        }
    }

    private HeldPostures heldSeenBy(SensorView view) {
        return HeldPostures.of(reading, HOLD, view);
    }

    @Test
    void ofTwoSegmentsTheOneThatSinksFurtherCounts() {
        hold(3, 8);
        assertEquals(8, heldSeenBy(SensorView.TRUNK_AND_PELVIS).departureDeg(history, LAST), 0.1);
        assertEquals(8, heldSeenBy(SensorView.TRUNK_AND_PELVIS).departureOfSeenDeg(history, LAST), 0.1);
        assertEquals(3, heldSeenBy(SensorView.TRUNK_ONLY).departureDeg(history, LAST), 0.1);
        assertEquals(8, heldSeenBy(SensorView.PELVIS_ONLY).departureDeg(history, LAST), 0.1);
    }

    @Test
    void whereOneOfTwoIsMissingNothingIsSaidMeanwhileButTheOtherStillCountsAfterwards() {
        hold(Double.NaN, 8);
        HeldPostures held = heldSeenBy(SensorView.TRUNK_AND_PELVIS);
        assertTrue(Double.isNaN(held.departureDeg(history, LAST)));
        assertEquals(8, held.departureOfSeenDeg(history, LAST), 0.1);
    }

    @Test
    void aHoldIsNotSeenWhereOneOfItsSegmentsHardlyWas() {
        hold(0, 0);
        assertTrue(heldSeenBy(SensorView.TRUNK_AND_PELVIS).areSeen(reading, HOLD));
        Stretch longer = new Stretch(0, 2 * HOLD.to());
        assertFalse(heldSeenBy(SensorView.TRUNK_AND_PELVIS).areSeen(reading, longer));
    }
}
