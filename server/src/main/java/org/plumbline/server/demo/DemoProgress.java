package org.plumbline.server.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the demo's strip on every page how far the sample month is. */
@ControllerAdvice(annotations = Controller.class)
class DemoProgress {
    private final SampleMonth month;

    DemoProgress(SampleMonth month) {
        this.month = month;
    }

    /** How far it is while it is being filled, or null. */
    @ModelAttribute("demoProgress")
    SampleMonth.@Nullable Progress progress() {
        SampleMonth.Progress progress = month.progress();
        return progress.isComplete() ? null : progress;
    }
}
