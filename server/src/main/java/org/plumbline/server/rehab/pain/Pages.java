package org.plumbline.server.rehab.pain;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Limits and offsets of lists. */
final class Pages {
    private static final int MOST = 200;

    private Pages() {}

    static void check(int limit, int offset) {
        if (limit < 1 || limit > MOST || offset < 0) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "limit must be from 1 to " + MOST + " and offset 0 or above, they were " + limit + " and " + offset
                            + ".");
        }
    }
}
