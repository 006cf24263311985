package org.plumbline.server.review;

import org.plumbline.server.web.Words;

/** How much of a list is asked for. */
final class PageRequest {
    private static final int MOST = 200;

    private PageRequest() {}

    /** @throws IllegalArgumentException where the numbers make no sense; the message is for the program's author */
    static void check(int limit, int offset) {
        if (limit < 1 || limit > MOST || offset < 0) {
            throw new IllegalArgumentException(Words.say("api.page", MOST));
        }
    }
}
