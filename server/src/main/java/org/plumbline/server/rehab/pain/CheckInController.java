package org.plumbline.server.rehab.pain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.Moments;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
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

    /** @param seen mark of the check-in that the form was filled with */
    @PostMapping("/check-in")
    String keep(
            @SignedIn Person me,
            @ModelAttribute CheckInReport report,
            @RequestParam(required = false) @Nullable String seen,
            Model model,
            RedirectAttributes redirect) {
        Optional<CheckIn> now = checkIns.today(me.id());
        if (now.isPresent()
                && !mark(now).equals(seen)
                && !CheckInReport.of(now.get()).says(report)) {
            return page(me, report, meanwhile(now.get()), model);
        }
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
        Optional<CheckIn> now = checkIns.today(me.id());
        model.addAttribute("seen", mark(now));
        model.addAttribute("due", symptoms.due(me.id()).orElse(null));
        model.addAttribute(
                "done", now.map(checkIn -> moments.say(checkIn.saidAt())).orElse(null));
        return "check-in";
    }

    private static String mark(Optional<CheckIn> now) {
        return now.map(checkIn -> checkIn.saidAt().toString()).orElse("none");
    }

    private String meanwhile(CheckIn now) {
        PainEntry pain = now.pain();
        return Words.say(
                "checkin.meanwhile",
                moments.say(now.saidAt()),
                answer(now.sleep()),
                answer(now.stress()),
                answer(now.soreness()),
                answer(pain == null ? null : pain.score()),
                answer(now.note()));
    }

    private static String answer(@Nullable Object said) {
        return said == null ? "–" : said.toString();
    }
}
