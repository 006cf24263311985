package org.plumbline.server.live;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Frameless;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Says on every page whether demo mode is on. */
@ControllerAdvice(annotations = Controller.class)
class DemoFrame {
    private final DemoMode demo;

    DemoFrame(DemoMode demo) {
        this.demo = demo;
    }

    /** {@code on, paused} or {@code off}. */
    @ModelAttribute("demoMode")
    @Nullable
    String demoMode(HttpServletRequest request) {
        if (Frameless.isAsked(request)) {
            return null;
        }
        return demo.isOn() ? (demo.isPaused() ? "paused" : "on") : "off";
    }
}
