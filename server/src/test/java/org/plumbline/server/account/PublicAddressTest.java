package org.plumbline.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PublicAddressTest {
    @Test
    void aLinkNamesTheAddressThatWasSetAndElseTheOneInUse() {
        String inUse = "http://192.168.0.7:8080/invite";
        assertEquals("https://gym.example", new PublicAddress("https://gym.example/").address(inUse, "/invite"));
        assertEquals("http://192.168.0.7:8080", new PublicAddress(null).address(inUse, "/invite"));
        assertThrows(IllegalArgumentException.class, () -> new PublicAddress("gym.example"));
    }

    @Test
    void aLinkThatNamesThisMachineIsKnown() {
        assertTrue(PublicAddress.isLocal("http://localhost:8080/join/x"));
        assertTrue(PublicAddress.isLocal("http://127.0.0.1:8080/join/x"));
        assertTrue(PublicAddress.isLocal("http://[::1]:8080/join/x"));
        assertFalse(PublicAddress.isLocal("http://192.168.0.7:8080/join/x"));
        assertFalse(PublicAddress.isLocal("https://gym.example/join/x"));
    }
}
