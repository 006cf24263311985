package org.plumbline.server.web;

import jakarta.servlet.http.HttpServletRequest;

/** What shows no frame around a page, and must not ask the database what would stand in it. */
public final class Frameless {
    private Frameless() {}

    public static boolean isAsked(HttpServletRequest request) {
        return request.getServletPath().equals(EmergencyNumber.PAGE) || Steering.isAsked(request);
    }
}
