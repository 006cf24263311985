package org.plumbline.server.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The one answer for what is not there and for what somebody may not see, so that nobody can tell the two apart. */
public final class NothingHere {
    private NothingHere() {}

    /** To be thrown: 404. */
    public static ResponseStatusException problem() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, Words.say("frame.nothing.here"));
    }
}
