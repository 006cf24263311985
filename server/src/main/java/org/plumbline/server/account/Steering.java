package org.plumbline.server.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/**
 * The buttons of a running set. They must go while the database is away, change nothing that is stored by themselves, and nothing a
 * second time; none but the lifter has them.
 */
final class Steering {
    private static final String END = "stop";
    private static final String BEGIN = "begin";
    private static final Pattern PATH = Pattern.compile("(/api)?/live/[^/]+/(" + END + "|" + BEGIN + ")");

    private Steering() {}

    static boolean isAsked(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && PATH.matcher(request.getServletPath()).matches();
    }
}
