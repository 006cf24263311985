package org.plumbline.server.wearable.station;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sensors page; what is on it comes and goes by {@link SensorsApi}. */
@Controller
class SensorsPageController {
    @GetMapping("/sensors")
    String page(Model model) {
        model.addAttribute("nav", "sensors");
        return "sensors";
    }
}
