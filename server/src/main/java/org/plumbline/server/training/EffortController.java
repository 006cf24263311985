package org.plumbline.server.training;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.AsSeen;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.web.NothingHere;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Between two sets: how hard it was, what it really weighed, how long the rest is, and away with a set that was none. */
@Controller
class EffortController {
    private static final List<String> RATINGS = IntStream.rangeClosed(2, 20)
            .mapToObj(halves ->
                    halves % 2 == 0 ? String.valueOf(halves / 2) : String.format(Locale.ROOT, "%.1f", halves / 2.0))
            .toList();
    private static final List<String> LEFT =
            IntStream.rangeClosed(0, 10).mapToObj(String::valueOf).toList();

    private final SetAccess access;
    private final SetEfforts efforts;
    private final SetSummaries summaries;
    private final SetDeletion deletion;
    private final SetQuestions questions;
    private final Moments moments;
    private final Clock clock;

    EffortController(
            SetAccess access,
            SetEfforts efforts,
            SetSummaries summaries,
            SetDeletion deletion,
            SetQuestions questions,
            Moments moments,
            Clock clock) {
        this.clock = clock;
        this.questions = questions;
        this.access = access;
        this.efforts = efforts;
        this.summaries = summaries;
        this.deletion = deletion;
        this.moments = moments;
    }

    /**
     * What was typed, as it was typed.
     *
     * @param seen mark of what stood when the form was opened
     */
    record Typed(
            @Nullable String rpe,
            @Nullable String left,
            @Nullable String load,
            @Nullable String note,
            @Nullable String seen) {
        private static Typed of(TrainingSet set, SetSaid said, LoadUnit unit, String seen) {
            Double rpe = said.effort().rpe();
            Integer left = said.effort().repetitionsInReserve();
            return new Typed(
                    rpe == null ? "" : RATINGS.get((int) Math.round(2 * rpe) - 2),
                    left == null ? "" : String.valueOf(left),
                    set.loadKg() == null ? "" : number(unit, set.loadKg()),
                    said.note(),
                    seen);
        }

        /** The same, of somebody who has seen what stands now. */
        private Typed havingSeen(String mark) {
            return new Typed(rpe, left, load, note, mark);
        }

        private static String number(LoadUnit unit, double loadKg) {
            String formatted = unit.format(loadKg);
            return formatted.substring(0, formatted.indexOf(' '));
        }

        private Effort effort() {
            return new Effort(
                    blank(rpe) ? null : Numbers.decimal("RPE", rpe),
                    blank(left) ? null : Numbers.whole("Reps in reserve", left));
        }

        /** The load in kilograms; one that was not changed stays what it was, whatever it was rounded to. */
        private @Nullable Double loadKg(TrainingSet set, LoadUnit unit) {
            if (set.loadKg() != null && number(unit, set.loadKg()).equals(load)) {
                return set.loadKg();
            }
            return blank(load) ? null : Double.valueOf(unit.toKg(Numbers.decimal("The load", load)));
        }

        private static boolean blank(@Nullable String text) {
            return text == null || text.isBlank();
        }
    }

    @GetMapping("/sets/{id}/effort")
    String ask(@PathVariable UUID id, @SignedIn Person me, Model model) {
        TrainingSet set = access.ownWord(me, id);
        if (set.state() == SetState.RUNNING) {
            return "redirect:/live";
        }
        return page(set, me, Typed.of(set, efforts.of(id), me.loadUnit(), efforts.mark(set)), model);
    }

    @PostMapping("/sets/{id}/effort")
    String say(
            @PathVariable UUID id,
            @ModelAttribute Typed typed,
            @SignedIn Person me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        TrainingSet set = access.ownWord(me, id);
        try {
            efforts.say(
                    typed.seen(), id, typed.effort(), typed.note(), typed.loadKg(set, me.loadUnit()), me.loadUnit());
        } catch (AsSeen.ChangedException changed) {
            TrainingSet now = access.ownWord(me, id);
            model.addAttribute("problem", stands(Typed.of(now, efforts.of(id), me.loadUnit(), "")));
            return page(now, me, typed.havingSeen(efforts.mark(now)), model);
        } catch (IllegalArgumentException | CorrectionRefusedException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", refused.getMessage());
            return page(set, me, typed, model);
        }
        redirect.addFlashAttribute("saved", saved(efforts.of(id).effort()));
        return "redirect:/sets/" + id + "/effort";
    }

    /** What is kept now, in words: beside the button, where the eye and the focus are. */
    private static String saved(Effort kept) {
        List<String> parts = new ArrayList<>();
        if (kept.rpe() != null) {
            parts.add(Words.say("sets.rpe", kept.rpe()));
        }
        if (kept.repetitionsInReserve() != null) {
            parts.add(Words.say("set.left", kept.repetitionsInReserve()));
        }
        return parts.isEmpty() ? Words.say("effort.saved") : Words.say("effort.saved.what", String.join(", ", parts));
    }

    /** What was saved since the form was opened, for who has typed something else meanwhile. */
    private static String stands(Typed now) {
        return Words.say("effort.meanwhile", said(now.rpe()), said(now.left()), said(now.load()), said(now.note()));
    }

    private static String said(@Nullable String one) {
        return Typed.blank(one) ? Words.say("effort.not-said") : String.valueOf(one);
    }

    private String page(TrainingSet set, Person me, Typed typed, Model model) {
        SetSummary summary = summaries.find(set.id()).orElse(null);
        boolean holds = ExerciseProfile.isHold(set.exercise());
        model.addAttribute("nav", "sets");
        model.addAttribute("set", set);
        model.addAttribute("typed", typed);
        model.addAttribute("said", efforts.of(set.id()));
        model.addAttribute("exercise", FormWords.exercise(set.exercise()));
        model.addAttribute("when", moments.say(set.startedAt()));
        model.addAttribute("counted", HoldWords.say(holds, "effort.reps", summary == null ? 0 : summary.repetitions()));
        model.addAttribute(
                "held", holds && summary != null ? summaries.figures(summary).orElse(null) : null);
        model.addAttribute("ratingHint", HoldWords.say(holds, "effort.rpe.hint"));
        // a hold ends with its seconds and not with a rep more; what was said of one before that was known can still be
        // taken back
        model.addAttribute("asksLeft", !holds || !Typed.blank(typed.left()));
        model.addAttribute("told", told(me, set.exercise()));
        model.addAttribute("load", set.loadKg() == null ? null : me.loadUnit().format(set.loadKg()));
        Double before = efforts.of(set.id()).loadBeforeKg();
        model.addAttribute("loadBefore", before == null ? null : me.loadUnit().format(before));
        model.addAttribute("ratings", RATINGS);
        model.addAttribute("lefts", LEFT);
        @Nullable Instant endedAt = set.endedAt();
        model.addAttribute(
                "restSince", endedAt != null && TrainingLog.isRest(endedAt, clock.instant()) ? endedAt : null);
        return "effort";
    }

    /** What speaks against a further set of the exercise. */
    private List<SetHold.Told> told(Person me, String exercise) {
        return questions.told(me.id()).stream()
                .filter(one -> one.speaksOf(exercise))
                .toList();
    }

    @PostMapping("/sets/{id}/delete")
    String delete(@PathVariable UUID id, @SignedIn Person me, RedirectAttributes redirect) {
        try {
            deletion.delete(access.own(me, id));
        } catch (CorrectionRefusedException refused) {
            redirect.addFlashAttribute("notice", refused.getMessage());
            return "redirect:/live";
        }
        redirect.addFlashAttribute("deletedNow", id);
        return "redirect:/sets";
    }

    @PostMapping("/sets/{id}/restore")
    String restore(@PathVariable UUID id, @SignedIn Person me, RedirectAttributes redirect) {
        if (!deletion.restore(me.id(), id)) {
            throw NothingHere.problem();
        }
        redirect.addFlashAttribute("noticeKey", "sets.restored");
        return "redirect:/sets";
    }
}
