package org.plumbline.server.rehab.pain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.Moments;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The check-in before training, one's own. */
@Controller
class CheckInController {
    private final CheckIns checkIns;
    private final SymptomChecks symptoms;
    private final Moments moments;

    CheckInController(CheckIns checkIns, SymptomChecks symptoms, Moments moments) {
        this.checkIns = checkIns;
        this.symptoms = symptoms;
        this.moments = moments;
    }

    @GetMapping("/check-in")
    String show(@SignedIn Person me, Model model) {
        return page(me, checkIns.today(me.id()).map(CheckInReport::of).orElse(CheckInReport.EMPTY), null, model);
    }

    @PostMapping("/check-in")
    String keep(@SignedIn Person me, @ModelAttribute CheckInReport report, Model model, RedirectAttributes redirect) {
        try {
            checkIns.keep(me.id(), report);
        } catch (IllegalArgumentException refused) {
            return page(me, report, refused.getMessage(), model);
        }
        redirect.addFlashAttribute("noticeKey", "checkin.kept");
        Optional<SymptomReason> due = symptoms.due(me.id());
        if (due.isPresent()) {
            redirect.addAttribute("because", due.get().word());
            return "redirect:/symptoms";
        }
        return "redirect:/check-in";
    }

    private String page(Person me, CheckInReport form, @Nullable String problem, Model model) {
        model.addAttribute("nav", "today");
        model.addAttribute("form", form);
        model.addAttribute("problem", problem);
        model.addAttribute("due", symptoms.due(me.id()).orElse(null));
        model.addAttribute(
                "done",
                checkIns.today(me.id())
                        .map(checkIn -> moments.say(checkIn.saidAt()))
                        .orElse(null));
        return "check-in";
    }
}
