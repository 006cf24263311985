package org.plumbline.server.rehab.pain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.AsSeen;
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
        Optional<CheckIn> now = checkIns.today(me.id());
        return page(me, now, now.map(CheckInReport::of).orElse(CheckInReport.EMPTY), null, model);
    }

    /** @param seen mark of the check-in that the form was filled with */
    @PostMapping("/check-in")
    String keep(
            @SignedIn Person me,
            @ModelAttribute CheckInReport report,
            @RequestParam(required = false) @Nullable String seen,
            Model model,
            RedirectAttributes redirect) {
        try {
            checkIns.keep(me.id(), report, seen);
        } catch (AsSeen.ChangedException changed) {
            Optional<CheckIn> now = checkIns.today(me.id());
            return page(me, now, report, now.map(this::meanwhile).orElse(null), model);
        } catch (IllegalArgumentException refused) {
            return page(me, checkIns.today(me.id()), report, refused.getMessage(), model);
        }
        redirect.addFlashAttribute("noticeKey", "checkin.kept");
        Optional<SymptomReason> due = symptoms.due(me.id());
        if (due.isPresent()) {
            redirect.addAttribute("because", due.get().word());
            return "redirect:/symptoms";
        }
        return "redirect:/check-in";
    }

    private String page(Person me, Optional<CheckIn> now, CheckInReport form, @Nullable String problem, Model model) {
        model.addAttribute("nav", "today");
        model.addAttribute("form", form);
        model.addAttribute("problem", problem);
        model.addAttribute("seen", CheckIns.mark(now));
        model.addAttribute("due", symptoms.due(me.id()).orElse(null));
        model.addAttribute(
                "done", now.map(checkIn -> moments.say(checkIn.saidAt())).orElse(null));
        return "check-in";
    }

    private String meanwhile(CheckIn now) {
        return Words.say(
                "checkin.meanwhile",
                moments.say(now.saidAt()),
                answer(now.sleep()),
                answer(now.stress()),
                answer(now.soreness()),
                Words.say(now.painkiller() ? "checkin.meanwhile.painkiller" : "checkin.meanwhile.no-painkiller"),
                pain(now.pain()),
                answer(now.note()));
    }

    /** All that is asked of it: what is not said here would be overwritten unseen. */
    private static String pain(@Nullable PainEntry pain) {
        if (pain == null) {
            return answer(null);
        }
        List<String> said = new ArrayList<>(List.of(answer(pain.score())));
        pain.places()
                .forEach(place ->
                        said.add(Words.say("pain.region." + place.region().word()) + " "
                                + Words.say("pain.side." + place.side().word())));
        pain.qualities().forEach(quality -> said.add(Words.say("pain.quality." + quality.word())));
        if (pain.onset() != null) {
            said.add(Words.say("pain.onset." + pain.onset().word()));
        }
        if (pain.duration() != null) {
            said.add(Words.say("pain.duration." + pain.duration().word()));
        }
        return String.join("; ", said);
    }

    private static String answer(@Nullable Object said) {
        return said == null ? "–" : said.toString();
    }
}
