package org.plumbline.server.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Which part of a list is asked for.
 *
 * @param limit at most so many
 * @param offset after leaving out so many
 */
public record Paging(int limit, int offset) {
    /** Most rows of one answer. */
    public static final int MOST = 200;

    /** @throws ResponseStatusException 400 where a number is none that a list can have */
    public Paging {
        if (limit < 1 || limit > MOST) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "limit goes from 1 to " + MOST + ", it was " + limit + ".");
        }
        if (offset < 0) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "offset must not be negative, it was " + offset + ".");
        }
    }
}
