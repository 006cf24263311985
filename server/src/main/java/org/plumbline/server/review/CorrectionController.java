package org.plumbline.server.review;

import java.util.UUID;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.CorrectionKind;
import org.plumbline.server.training.CorrectionRefusedException;
import org.plumbline.server.training.Reanalysis;
import org.plumbline.server.training.SetAccess;
import org.plumbline.server.training.SetCorrections;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What can be pressed on the page of a set to correct its count or have it analysed again; plain forms, so that it works without script. */
@Controller
class CorrectionController {
    private final SetCorrections corrections;
    private final SetAccess access;
    private final Reanalysis reanalysis;

    CorrectionController(SetCorrections corrections, SetAccess access, Reanalysis reanalysis) {
        this.reanalysis = reanalysis;
        this.corrections = corrections;
        this.access = access;
    }

    @PostMapping("/sets/{set}/corrections")
    String correct(
            @PathVariable UUID set,
            @RequestParam("kind") String kind,
            @RequestParam("timeS") double timeS,
            @SignedIn Person me,
            RedirectAttributes redirect) {
        access.work(me, set);
        CorrectionKind wanted;
        try {
            wanted = CorrectionKind.ofWord(kind);
        } catch (IllegalArgumentException unknown) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, unknown.getMessage(), unknown);
        }
        return afterwards(set, redirect, () -> corrections.correct(set, wanted, timeS, me));
    }

    @PostMapping("/sets/{set}/corrections/{id}/undo")
    String takeBack(@PathVariable UUID set, @PathVariable UUID id, @SignedIn Person me, RedirectAttributes redirect) {
        access.work(me, set);
        return afterwards(set, redirect, () -> corrections.takeBack(set, id));
    }

    @PostMapping("/sets/{set}/analyses")
    String analyse(@PathVariable UUID set, @SignedIn Person me, RedirectAttributes redirect) {
        access.work(me, set);
        try {
            Reanalysis.Outcome outcome = reanalysis.again(set);
            redirect.addFlashAttribute(
                    "notice",
                    outcome.changed()
                            ? Words.say(
                                    "set.again.changed",
                                    outcome.before().repetitions(),
                                    outcome.now().repetitions(),
                                    outcome.before().flagged(),
                                    outcome.now().flagged())
                            : Words.say("set.again.same"));
        } catch (CorrectionRefusedException refused) {
            redirect.addFlashAttribute("notice", refused.getMessage());
        }
        return "redirect:/sets/" + set + "#analysis";
    }

    private static String afterwards(UUID set, RedirectAttributes redirect, Runnable correcting) {
        try {
            correcting.run();
        } catch (CorrectionRefusedException refused) {
            redirect.addFlashAttribute("notice", refused.getMessage());
        }
        return "redirect:/sets/" + set + "#count";
    }
}
