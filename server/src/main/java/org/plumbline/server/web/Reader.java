package org.plumbline.server.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Whether whoever reads the answer to the request at hand reads the record of somebody else, so that "you" would be the wrong word.
 * It is noted where access to a record is asked for, and nowhere else; outside a request everybody reads their own.
 */
public final class Reader {
    private static final String ANOTHER = Reader.class.getName();

    private Reader() {}

    /** Notes that the record of somebody else is read. */
    public static void isReadingAnother() {
        @Nullable RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(ANOTHER, true, RequestAttributes.SCOPE_REQUEST);
        }
    }

    static boolean isAnother() {
        @Nullable RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null && request.getAttribute(ANOTHER, RequestAttributes.SCOPE_REQUEST) != null;
    }
}
