package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.plumbline.server.training.PainBounds.Light;

class PainBoundsTest {
    @Test
    void theUsualLightIsGreenToThreeAmberToFiveAndRedAbove() {
        assertEquals(Light.GREEN, PainBounds.USUAL.light(0));
        assertEquals(Light.GREEN, PainBounds.USUAL.light(3));
        assertEquals(Light.AMBER, PainBounds.USUAL.light(4));
        assertEquals(Light.AMBER, PainBounds.USUAL.light(5));
        assertEquals(Light.RED, PainBounds.USUAL.light(6));
        assertEquals(Light.RED, PainBounds.USUAL.light(10));
    }

    @Test
    void aClinicMayPutThemElsewhereButNeverMakeTenAnythingButRed() {
        assertEquals(Light.AMBER, new PainBounds(3, 7).light(7));
        assertThrows(IllegalArgumentException.class, () -> new PainBounds(3, 10));
        assertThrows(IllegalArgumentException.class, () -> new PainBounds(5, 5));
        assertThrows(IllegalArgumentException.class, () -> new PainBounds(-1, 5));
    }
}
