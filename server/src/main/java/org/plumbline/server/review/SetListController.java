package org.plumbline.server.review;

import java.util.List;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.SetListing;
import org.plumbline.server.training.TrainingLog;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of sets, newest first. */
@Controller
class SetListController {
    private static final int PAGE = 50;

    private final TrainingLog log;
    private final Moments moments;

    SetListController(TrainingLog log, Moments moments) {
        this.log = log;
        this.moments = moments;
    }

    @GetMapping("/sets")
    String list(@RequestParam(name = "from", defaultValue = "0") int from, @SignedIn Person me, Model model) {
        int first = Math.max(0, from);
        LoadUnit unit = me.loadUnit();
        List<SetListing> found = log.newest(me.id(), PAGE + 1, first);
        model.addAttribute("nav", "sets");
        model.addAttribute(
                "rows",
                found.stream()
                        .limit(PAGE)
                        .map(listing -> SetRow.of(listing, unit, moments))
                        .toList());
        model.addAttribute("older", found.size() > PAGE ? first + PAGE : null);
        model.addAttribute("newer", first > 0 ? Math.max(0, first - PAGE) : null);
        return "sets";
    }
}
