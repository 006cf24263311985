package org.plumbline.server.review;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FormFlag;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.Baselines;
import org.plumbline.server.training.SetAccess;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What can be pressed on the page of a repetition and in the queue; plain forms, so that it works without script. */
@Controller
class RepetitionActionController {
    private final SetRepetitions repetitions;
    private final SetAccess access;
    private final RepetitionComments comments;
    private final FlagReviews reviews;
    private final Baselines baselines;

    RepetitionActionController(
            SetRepetitions repetitions,
            SetAccess access,
            RepetitionComments comments,
            FlagReviews reviews,
            Baselines baselines) {
        this.repetitions = repetitions;
        this.access = access;
        this.comments = comments;
        this.reviews = reviews;
        this.baselines = baselines;
    }

    /** Whoever may read a set may say something about it. */
    @PostMapping("/sets/{set}/reps/{number}/comments")
    String comment(
            @PathVariable UUID set,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String content,
            @SignedIn Person me,
            RedirectAttributes redirect) {
        SetRepetitions.Found found = repetitions.read(me, set, number);
        try {
            comments.write(set, found.momentS(), me, content);
        } catch (IllegalArgumentException refused) {
            redirect.addFlashAttribute("commentProblem", refused.getMessage());
            redirect.addFlashAttribute("typed", content);
        }
        return page(set, number, "comments");
    }

    @PostMapping("/sets/{set}/reps/{number}/comments/{id}")
    String edit(
            @PathVariable UUID set,
            @PathVariable int number,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String content,
            @SignedIn Person me,
            RedirectAttributes redirect) {
        repetitions.read(me, set, number);
        try {
            if (!comments.edit(id, me, content)) {
                throw SetRepetitions.nothing();
            }
        } catch (IllegalArgumentException refused) {
            redirect.addFlashAttribute("commentProblem", refused.getMessage());
            redirect.addFlashAttribute("edited", id);
            redirect.addFlashAttribute("typedEdit", content);
        }
        return page(set, number, "comments");
    }

    @PostMapping("/sets/{set}/reps/{number}/comments/{id}/delete")
    String delete(
            @PathVariable UUID set,
            @PathVariable int number,
            @PathVariable UUID id,
            @SignedIn Person me,
            RedirectAttributes redirect) {
        repetitions.read(me, set, number);
        if (!comments.delete(id, me)) {
            throw SetRepetitions.nothing();
        }
        redirect.addFlashAttribute("deleted", id);
        return page(set, number, "comments");
    }

    @PostMapping("/sets/{set}/reps/{number}/comments/{id}/restore")
    String restore(@PathVariable UUID set, @PathVariable int number, @PathVariable UUID id, @SignedIn Person me) {
        repetitions.read(me, set, number);
        if (!comments.restore(id, set, me)) {
            throw SetRepetitions.nothing();
        }
        return page(set, number, "comments");
    }

    /**
     * @param flags the flags that are judged: where one repetition broke more than one limit, each of them
     * @param metrics the metric of each flag, or one that is of all of them
     * @param back {@code queue} where it was pressed there
     */
    @PostMapping("/sets/{set}/reps/{number}/reviews")
    String review(
            @PathVariable UUID set,
            @PathVariable int number,
            @RequestParam("flag") List<String> flags,
            @RequestParam("metric") List<String> metrics,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(required = false) @Nullable String back,
            @SignedIn Person me,
            RedirectAttributes redirect) {
        SetRepetitions.Found found = repetitions.work(me, set, number);
        if (flags.isEmpty() || (metrics.size() != 1 && metrics.size() != flags.size())) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, Words.say("review.flags.muddled"));
        }
        List<FormFlag> meant = IntStream.range(0, flags.size())
                .mapToObj(i -> found.flag(flags.get(i), metrics.get(metrics.size() == 1 ? 0 : i)))
                .distinct()
                .toList();
        try {
            if (reason == null || reason.isBlank()) {
                throw new IllegalArgumentException(Words.say("review.reason.none"));
            }
            List<FlagReview> judged = reviews.judgeAll(set, number, meant, me, ReviewReason.ofWord(reason), note);
            redirect.addFlashAttribute("reviewed", judged);
            redirect.addFlashAttribute("otherLimitWaits", judged.size() < meant.size());
        } catch (IllegalArgumentException refused) {
            redirect.addFlashAttribute("reviewProblem", refused.getMessage());
            redirect.addFlashAttribute("typedNote", note);
        }
        return "queue".equals(back) ? "redirect:/queue" : page(set, number, "flags");
    }

    /** @param ids one judgement, or those that were made as one */
    @PostMapping("/sets/{set}/reps/{number}/reviews/{id}/undo")
    String takeBack(
            @PathVariable UUID set,
            @PathVariable int number,
            @PathVariable("id") List<UUID> ids,
            @RequestParam(required = false) @Nullable String back,
            @SignedIn Person me) {
        access.work(me, set);
        if (!reviews.takeBackAll(ids, set, me)) {
            throw SetRepetitions.nothing();
        }
        return "queue".equals(back) ? "redirect:/queue" : page(set, number, "flags");
    }

    @PostMapping("/sets/{set}/reps/{number}/approval")
    String approve(
            @PathVariable UUID set, @PathVariable int number, @RequestParam boolean approved, @SignedIn Person me) {
        repetitions.work(me, set, number);
        if (approved) {
            baselines.approve(me.id(), set, number);
        } else {
            baselines.takeBack(set, number);
        }
        return page(set, number, "usual");
    }

    private static String page(UUID set, int number, String part) {
        return "redirect:/sets/" + set + "/reps/" + number + "#" + part;
    }
}
