package org.plumbline.server.web;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;

/** Tells two requests that wrote at the same moment from a fault of ours. */
final class Raced {
    private Raced() {}

    static boolean isOne(DataAccessException failure) {
        return failure instanceof ConcurrencyFailureException || failure instanceof DuplicateKeyException;
    }
}
