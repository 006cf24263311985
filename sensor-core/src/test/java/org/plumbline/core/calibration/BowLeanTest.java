package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BowLeanTest {
    private static final double DEG = 1e-9;

    private static BowLean standing(Ticks ticks, double... forwardDeg) {
        BowLean lean = new BowLean(forwardDeg.length);
        lean.standAt(Ticks.pose(ticks.stand(1, forwardDeg)));
        return lean;
    }

    private static void expect(double furthestDeg, double differenceDeg, BowLean lean) {
        assertEquals(furthestDeg, lean.furthestDeg(), DEG);
        assertEquals(differenceDeg, lean.differenceDeg(), DEG);
    }

    @Test
    void isThatOfTheOneSensor() {
        Ticks ticks = Ticks.ofOne();
        BowLean lean = standing(ticks, 5);
        lean.read(ticks.next(65));
        expect(60, 0, lean);
        lean.read(ticks.next(-5));
        expect(10, 0, lean);
    }

    @Test
    void isThatOfTheSensorThatLeansFurtherWhateverItIsCalled() {
        Ticks ticks = Ticks.ofTwo();
        BowLean lean = standing(ticks, 0, 0);
        lean.read(ticks.next(40, 95));
        expect(95, 55, lean);
        lean.read(ticks.next(95, 40));
        expect(95, 55, lean);
        lean.read(ticks.next(1, 1));
        expect(1, 0, lean);
    }

    @Test
    void isFromWhereThePersonStoodHoweverTheSensorsSit() {
        Ticks ticks = new Ticks(Ticks.ASKEW, Ticks.turn(2, 1, 0.3));
        BowLean lean = standing(ticks, 10, 20);
        lean.read(ticks.next(40, 100));
        expect(80, 50, lean);
        lean.standAt(Ticks.pose(ticks.stand(1, 0, 10)));
        lean.read(ticks.next(40, 100));
        expect(90, 50, lean);
    }
}
