package org.plumbline.server.web;

import java.util.List;
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
        if (limit < 1 || limit > MOST || offset < 0) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, Words.say("frame.paging", MOST));
        }
    }

    /** The part of a list that is short enough to be read whole. */
    public <T> List<T> of(List<T> all) {
        return all.stream().skip(offset).limit(limit).toList();
    }
}
