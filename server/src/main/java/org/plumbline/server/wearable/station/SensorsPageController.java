package org.plumbline.server.wearable.station;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sensors page; what is on it comes and goes by {@link SensorsApi}. */
@Controller
class SensorsPageController {
    private static final String SAID = "sensors.say.";

    /** The texts of its script. */
    private static final List<String> SAYINGS =
            ResourceBundle.getBundle("messages.sensors", Locale.ROOT).keySet().stream()
                    .filter(key -> key.startsWith(SAID))
                    .map(key -> key.substring(SAID.length()))
                    .sorted()
                    .toList();

    @GetMapping("/sensors")
    String page(Model model) {
        model.addAttribute("nav", "sensors");
        model.addAttribute("sayings", SAYINGS);
        return "sensors";
    }
}
