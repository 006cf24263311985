package org.plumbline.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/**
 * The buttons of a running set. They must go while the database is away, change nothing that is stored by themselves, and nothing a
 * second time; none but the lifter has them.
 */
public final class Steering {
    private static final Pattern PATH = Pattern.compile("(/api)?/live/[^/]+/(stop|begin)");

    private Steering() {}

    /** Whether a request presses one of them. */
    public static boolean isAsked(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && PATH.matcher(request.getServletPath()).matches();
    }
}
