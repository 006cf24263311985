package org.plumbline.server.account;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the frame around every page the unit of loads. */
@ControllerAdvice(annotations = Controller.class)
class LoadUnitFrame {
    private final Lifters lifters;

    LoadUnitFrame(Lifters lifters) {
        this.lifters = lifters;
    }

    @ModelAttribute("loadUnit")
    String loadUnit() {
        return lifters.you().loadUnit().symbol();
    }
}
