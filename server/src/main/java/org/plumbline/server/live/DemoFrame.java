package org.plumbline.server.live;

import org.plumbline.server.web.Lazily;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Says on every page whether demo mode is on. */
@ControllerAdvice(annotations = Controller.class)
class DemoFrame {
    private final DemoMode demo;

    DemoFrame(DemoMode demo) {
        this.demo = demo;
    }

    @ModelAttribute
    void frame(Model model) {
        model.addAttribute("demoMode", Lazily.of(this::demoMode));
    }

    /** {@code on, paused} or {@code off}. */
    private String demoMode() {
        return demo.isOn() ? (demo.isPaused() ? "paused" : "on") : "off";
    }
}
