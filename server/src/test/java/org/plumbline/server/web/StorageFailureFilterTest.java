package org.plumbline.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageFailureFilterTest {
    @ParameterizedTest
    @CsvSource({
        "GET, /sets, false",
        "HEAD, /api/sets, false",
        "POST, /api/live, true",
        "PUT, /api/live/cues, true",
        "POST, /api/live/7f/stop, false",
        "POST, /live/7f/change-over, false",
        "POST, /sign-in, false",
        "POST, /sign-out, false",
        "POST, /api/people/7f/limits/preview, false",
        "POST, /api/people/7f/pain, true",
        "DELETE, /api/sets/7f, true",
        "POST, /sign-in/again, true"
    })
    void whileTheDiskIsFullWhatWouldBeKeptIsRefusedAndNothingElse(String method, String path, boolean refused) {
        assertEquals(refused, StorageFailureFilter.isRefused(method, path));
    }
}
