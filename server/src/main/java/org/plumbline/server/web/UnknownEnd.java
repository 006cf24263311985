package org.plumbline.server.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Says of a request that nobody knows how far it came: the database went away while it was carried out, perhaps just after it had
 * kept all of it, or something failed that nobody had foreseen. Whoever sends it again may do it twice.
 */
public final class UnknownEnd {
    private static final String ATTRIBUTE = UnknownEnd.class.getName();

    private UnknownEnd() {}

    /** Whether it was said of this one. */
    public static boolean isOf(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }

    /** A request failed. A disk or a database that took nothing, and said so, is no unknown end. */
    static void note(HttpServletRequest request, @Nullable StorageFailure storage) {
        if (storage != StorageFailure.FULL && storage != StorageFailure.REFUSING) {
            request.setAttribute(ATTRIBUTE, true);
        }
    }

    /** A request failed, and nobody has looked why. */
    public static void note(HttpServletRequest request, Throwable failure) {
        note(request, StorageFailure.of(failure));
    }
}
