package org.plumbline.server.account;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LoadUnitTest {
    @Test
    void aLoadIsReadInTheUnitAPersonChose() {
        assertEquals("100 kg", LoadUnit.KG.format(100));
        assertEquals("102.5 kg", LoadUnit.KG.format(102.5));
        assertEquals("220.5 lb", LoadUnit.LB.format(100));
    }

    @Test
    void aLoadThatWouldBeShownAsNoneIsRefusedInTheUnitItIsReadIn() {
        assertDoesNotThrow(() -> LoadUnit.KG.checkShown(0));
        assertDoesNotThrow(() -> LoadUnit.KG.checkShown(0.25));
        assertEquals("0.5 kg", LoadUnit.KG.format(0.25));
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> LoadUnit.KG.checkShown(0.0001));
        assertEquals("Loads are shown to the half: the least is 0.5 kg, and no load is 0 kg.", refused.getMessage());
        assertDoesNotThrow(() -> LoadUnit.LB.checkShown(LoadUnit.LB.toKg(0.5)));
        assertThrows(IllegalArgumentException.class, () -> LoadUnit.LB.checkShown(LoadUnit.LB.toKg(0.2)));
    }

    @Test
    void aLoadTypedInPoundsComesBackInPounds() {
        assertEquals("225 lb", LoadUnit.LB.format(LoadUnit.LB.toKg(225)));
    }

    @Test
    void anUnknownUnitIsRefused() {
        assertEquals(LoadUnit.LB, LoadUnit.ofSymbol("lb"));
        assertThrows(IllegalArgumentException.class, () -> LoadUnit.ofSymbol("stone"));
    }
}
