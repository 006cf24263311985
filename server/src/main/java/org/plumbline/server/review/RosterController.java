package org.plumbline.server.review;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.Moments;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lifters who share their form with whoever looks. */
@Controller
class RosterController {
    private static final int DAYS = 28;

    private final RecordAccess access;
    private final Roster roster;
    private final Moments moments;

    RosterController(RecordAccess access, Roster roster, Moments moments) {
        this.access = access;
        this.roster = roster;
        this.moments = moments;
    }

    /** An exercise to choose. */
    record Choice(String name, String title) {}

    /**
     * @param least least load, in the reader's unit
     * @param most most load, in the reader's unit
     */
    @GetMapping("/roster")
    String page(
            @RequestParam(required = false) @Nullable String exercise,
            @RequestParam(required = false) @Nullable Integer days,
            @RequestParam(required = false) @Nullable Double least,
            @RequestParam(required = false) @Nullable Double most,
            @SignedIn Person me,
            Model model) {
        List<Person> lifters = access.readAll(me, RecordKind.FORM, "roster");
        LoadUnit unit = me.loadUnit();
        @Nullable String wanted = exercise == null || exercise.isBlank() ? null : exercise;
        RosterFilter filter;
        try {
            filter = new RosterFilter(wanted, Objects.requireNonNullElse(days, DAYS), kg(least, unit), kg(most, unit));
        } catch (IllegalArgumentException senseless) {
            model.addAttribute("problem", senseless.getMessage());
            filter = new RosterFilter(wanted, DAYS, null, null);
        }
        model.addAttribute("nav", "roster");
        model.addAttribute("nobody", lifters.isEmpty());
        Roster.Seen seen = roster.of(lifters, filter);
        model.addAttribute(
                "rows",
                seen.lines().stream()
                        .map(line -> RosterRow.of(line, seen.lifting().contains(line.lifterId()), moments))
                        .toList());
        model.addAttribute(
                "exercises",
                seen.exercises().stream()
                        .map(name -> new Choice(name, FormWords.exercise(name)))
                        .toList());
        model.addAttribute("exercise", filter.exercise());
        model.addAttribute("days", filter.days());
        model.addAttribute("least", least);
        model.addAttribute("most", most);
        return "roster";
    }

    private static @Nullable Double kg(@Nullable Double load, LoadUnit unit) {
        return load == null ? null : unit.toKg(load);
    }
}
