package org.plumbline.server.training;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.web.NothingHere;
import org.plumbline.server.web.PlausibleDay;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The log of walking and mobility, and the warm-up before the first set. */
@Controller
class ActivityController {
    private static final int SHOWN = 100;
    private static final int DAYS_OF_WALKING = 7;

    /** What a warm-up is made of, with the seconds of its timer; 0 for what is counted. */
    private static final List<WarmUpStep> WARM_UP = List.of(
            new WarmUpStep("warmup.1", 300),
            new WarmUpStep("warmup.2", 0),
            new WarmUpStep("warmup.3", 0),
            new WarmUpStep("warmup.4", 0),
            new WarmUpStep("warmup.5", 20),
            new WarmUpStep("warmup.6", 0),
            new WarmUpStep("warmup.7", 0));

    private final Activities activities;
    private final RecordAccess access;
    private final Moments moments;
    private final Clock clock;

    ActivityController(Activities activities, RecordAccess access, Moments moments, Clock clock) {
        this.activities = activities;
        this.access = access;
        this.moments = moments;
        this.clock = clock;
    }

    /** @param seconds seconds of its timer, 0 where it is counted */
    record WarmUpStep(String key, int seconds) {
        /** As a clock shows it. */
        public String clock() {
            return seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
        }
    }

    /** What was typed, as it was typed. */
    record Typed(
            @Nullable String kind,
            @Nullable String day,
            @Nullable String minutes,
            @Nullable String note) {}

    /** A row of the log. */
    record Row(
            UUID id,
            String when,
            String kind,
            int minutes,
            @Nullable String note) {}

    @GetMapping("/log")
    String own(@SignedIn Person me, Model model) {
        return page(me, me, new Typed("walking", today().toString(), "", ""), model);
    }

    @GetMapping("/people/{id}/log")
    String ofAnother(@PathVariable UUID id, @SignedIn Person me, Model model) {
        Person lifter = access.read(me, id, RecordKind.FORM, "log");
        return page(lifter, me, new Typed("walking", today().toString(), "", ""), model);
    }

    @PostMapping("/log")
    String add(@ModelAttribute Typed typed, @SignedIn Person me, Model model, RedirectAttributes redirect) {
        try {
            add(me, typed);
        } catch (IllegalArgumentException refused) {
            model.addAttribute("problem", refused.getMessage());
            return page(me, me, typed, model);
        }
        redirect.addFlashAttribute("noticeKey", "log.saved");
        return "redirect:/log";
    }

    private void add(Person me, Typed typed) {
        activities.add(
                me.id(),
                Activity.Kind.ofWord(String.valueOf(typed.kind())),
                day(typed.day()),
                Numbers.whole("Minutes", typed.minutes()),
                typed.note(),
                today());
    }

    private static LocalDate day(@Nullable String typed) {
        try {
            return PlausibleDay.of(String.valueOf(typed));
        } catch (DateTimeException none) {
            throw new IllegalArgumentException(Words.say("activity.day.none", PlausibleDay.expected()), none);
        }
    }

    @PostMapping("/log/{id}/delete")
    String delete(@PathVariable UUID id, @SignedIn Person me, RedirectAttributes redirect) {
        if (!activities.delete(me.id(), id)) {
            throw nothing();
        }
        redirect.addFlashAttribute("deletedNow", id);
        return "redirect:/log";
    }

    @PostMapping("/log/{id}/restore")
    String restore(@PathVariable UUID id, @SignedIn Person me, RedirectAttributes redirect) {
        if (!activities.restore(me.id(), id)) {
            throw nothing();
        }
        redirect.addFlashAttribute("noticeKey", "log.restored");
        return "redirect:/log";
    }

    @GetMapping("/warm-up")
    String warmUp(Model model) {
        model.addAttribute("nav", "today");
        model.addAttribute("steps", WARM_UP);
        return "warm-up";
    }

    @PostMapping("/warm-up")
    String warmedUp(
            @RequestParam("minutes") String minutes, @SignedIn Person me, Model model, RedirectAttributes redirect) {
        try {
            add(me, new Typed(Activity.Kind.WARM_UP.word(), today().toString(), minutes, null));
        } catch (IllegalArgumentException refused) {
            model.addAttribute("problem", refused.getMessage());
            model.addAttribute("minutes", minutes);
            return warmUp(model);
        }
        redirect.addFlashAttribute("noticeKey", "warmup.saved");
        return "redirect:/warm-up";
    }

    private String page(Person lifter, Person me, Typed typed, Model model) {
        model.addAttribute("nav", "today");
        model.addAttribute("own", lifter.id().equals(me.id()));
        model.addAttribute("lifter", lifter);
        model.addAttribute("typed", typed);
        model.addAttribute("today", today());
        model.addAttribute("kinds", List.of(Activity.Kind.values()));
        model.addAttribute("walked", walked(activities.since(lifter.id(), today().minusDays(DAYS_OF_WALKING - 1L))));
        model.addAttribute(
                "rows",
                activities.newest(lifter.id(), SHOWN, 0).stream()
                        .map(one -> new Row(
                                one.id(),
                                moments.sayDay(one.doneOn()),
                                one.kind().word(),
                                one.minutes(),
                                one.note()))
                        .toList());
        return "log";
    }

    private static int walked(List<Activity> lately) {
        return lately.stream()
                .filter(one -> one.kind() == Activity.Kind.WALKING)
                .mapToInt(Activity::minutes)
                .sum();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.systemDefault()));
    }

    private static ResponseStatusException nothing() {
        return NothingHere.problem();
    }
}
