package org.plumbline.server.web;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Whether whoever reads the answer to the request at hand reads the record of somebody else, so that "you" would be the wrong word.
 * It is noted where access to a record is asked for, and nowhere else; outside a request everybody reads their own, but for what is
 * {@link Spoken} to both.
 */
public final class Reader {
    private static final String ANOTHER = Reader.class.getName();

    /** To whom is spoken for a while whatever the request; null where the request says it. */
    private static final ThreadLocal<@Nullable Boolean> SPOKEN_TO_ANOTHER = new ThreadLocal<>();

    private Reader() {}

    /** Words as they are said to the person of a record, or to somebody else. */
    static <T> T speaking(boolean toAnother, Supplier<T> words) {
        @Nullable Boolean before = SPOKEN_TO_ANOTHER.get();
        SPOKEN_TO_ANOTHER.set(toAnother);
        try {
            return words.get();
        } finally {
            if (before == null) {
                SPOKEN_TO_ANOTHER.remove();
            } else {
                SPOKEN_TO_ANOTHER.set(before);
            }
        }
    }

    /** Notes that the record of somebody else is read. */
    public static void isReadingAnother() {
        @Nullable RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(ANOTHER, true, RequestAttributes.SCOPE_REQUEST);
        }
    }

    static boolean isAnother() {
        @Nullable Boolean spokenTo = SPOKEN_TO_ANOTHER.get();
        if (spokenTo != null) {
            return spokenTo;
        }
        @Nullable RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null && request.getAttribute(ANOTHER, RequestAttributes.SCOPE_REQUEST) != null;
    }
}
