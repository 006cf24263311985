package org.plumbline.server.wearable.station;

import java.util.List;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sensors page; what is on it comes and goes by {@link SensorsApi}. */
@Controller
class SensorsPageController {
    /** The texts of its script. */
    private static final List<String> SAYINGS = Words.endingsOf("sensors.say.");

    @GetMapping("/sensors")
    String page(Model model) {
        model.addAttribute("nav", "sensors");
        model.addAttribute("sayings", SAYINGS);
        return "sensors";
    }
}
