package org.plumbline.server.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FormRule;
import org.plumbline.server.account.AsSeen;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.Capacity;
import org.plumbline.server.training.KnownExercise;
import org.plumbline.server.training.LimitChange;
import org.plumbline.server.training.LimitPreviews;
import org.plumbline.server.training.LimitValue;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.PersonalLimits;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The limits of one lifter: changed rule by rule, after seeing what they would have flagged. */
@Controller
class LimitController {
    private static final String PAGE = "limits";

    private final RecordAccess access;
    private final PersonalLimits limits;
    private final LimitPreviews previews;
    private final RuleRemarks remarks;
    private final LimitPage limitPage;
    private final Moments moments;

    LimitController(
            RecordAccess access,
            PersonalLimits limits,
            LimitPreviews previews,
            RuleRemarks remarks,
            LimitPage limitPage,
            Moments moments) {
        this.access = access;
        this.remarks = remarks;
        this.moments = moments;
        this.limits = limits;
        this.previews = previews;
        this.limitPage = limitPage;
    }

    @GetMapping("/people/{id}/limits")
    String page(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String exercise,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable String as,
            @SignedIn Person me,
            Model model) {
        Person lifter = access.work(me, id, RecordKind.FORM, "limits");
        @Nullable String wanted;
        try {
            wanted = exercise == null ? null : KnownExercise.spelled(exercise);
        } catch (IllegalArgumentException unknown) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, unknown.getMessage(), unknown);
        }
        limitPage.fill(model, me, lifter, LimitRow.capacity(me, lifter, as), wanted, rule, null);
        return PAGE;
    }

    /** @param action {@code save} or {@code off}; anything else shows a preview and writes nothing */
    @PostMapping("/people/{id}/limits")
    String change(
            @PathVariable UUID id,
            @RequestParam String exercise,
            @RequestParam String rule,
            @RequestParam(name = "do", defaultValue = "preview") String action,
            @RequestParam(required = false) @Nullable String notice,
            @RequestParam(required = false) @Nullable String caution,
            @RequestParam(required = false) @Nullable String stop,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String seen,
            @RequestParam(name = RuleRemarks.CONFIRMED, required = false) @Nullable String confirmed,
            @RequestParam(name = "as", required = false) @Nullable String wished,
            @SignedIn Person me,
            Model model,
            RedirectAttributes redirect) {
        Person lifter = access.work(me, id, RecordKind.FORM, "limits");
        Capacity as = LimitRow.capacity(me, lifter, wished);
        TypedLimit typed = new TypedLimit(notice, caution, stop, reason, seen);
        boolean off = action.equals("off");
        try {
            FormRule changed = TypedLimit.rule(rule);
            LimitValue value = off ? LimitValue.off(changed) : typed.levels(changed, as);
            if (!off && !action.equals("save")) {
                model.addAttribute(
                        "preview",
                        PreviewedLimit.of(
                                previews.preview(id, exercise, value, as, LimitPreviews.LAST_SETS),
                                value,
                                KnownExercise.spelled(exercise),
                                limitPage.seesPlan(me, lifter),
                                me.loadUnit(),
                                moments));
                remark(model, remarks.of(lifter, exercise, value), false);
                limitPage.fill(model, me, lifter, as, exercise, rule, typed);
                return PAGE;
            }
            limits.check(as, value, reason);
            remarks.check(lifter, exercise, value, confirmed);
            limits.setAsSeen(seen, me.id(), as, id, exercise, value, reason);
            access.noteChange(me, id, LimitChange.NOTED);
            redirect.addFlashAttribute("noticeKey", off ? "limits.switched-off" : "limits.saved");
        } catch (RuleRemarks.UnreadException unread) {
            remark(model, unread.said(), off);
            limitPage.fill(model, me, lifter, as, exercise, rule, typed);
            return PAGE;
        } catch (AsSeen.ChangedException changed) {
            model.addAttribute("problem", Words.say("limits.meanwhile"));
            String now = PersonalLimits.mark(limits.standing(id, exercise), TypedLimit.rule(rule), as);
            limitPage.fill(model, me, lifter, as, exercise, rule, typed.having(now));
            return PAGE;
        } catch (IllegalArgumentException refused) {
            model.addAttribute("problem", refused.getMessage());
            limitPage.fill(model, me, lifter, as, exercise, rule, typed);
            return PAGE;
        }
        return "redirect:/people/" + id + "/limits?exercise=" + exercise + "&as=" + as.word();
    }

    /** What is to be read before it is set; whether it is read is asked beside it. */
    private static void remark(Model model, @Nullable String said, boolean off) {
        if (said != null) {
            model.addAttribute("remark", said);
            model.addAttribute("remarkAnswer", RuleRemarks.answer(said));
            model.addAttribute("remarkOff", off);
        }
    }

    /** Takes a limit back, so that the default holds again; of a rule switched off, so that what stood before does. */
    @PostMapping("/people/{id}/limits/{limit}/end")
    String end(
            @PathVariable UUID id,
            @PathVariable UUID limit,
            @RequestParam String exercise,
            @RequestParam(name = "as", required = false) @Nullable String wished,
            @SignedIn Person me,
            RedirectAttributes redirect) {
        Person lifter = access.work(me, id, RecordKind.FORM, "limits");
        Capacity as = LimitRow.capacity(me, lifter, wished);
        boolean off = limits.standing(id, exercise).stream()
                .anyMatch(one -> one.id().equals(limit) && one.value().isOff());
        if (!limits.end(me.id(), as, id, limit)) {
            throw SetRepetitions.nothing();
        }
        access.noteChange(me, id, LimitChange.NOTED);
        redirect.addFlashAttribute("noticeKey", off ? "limits.switched-on" : "limits.ended");
        redirect.addAttribute("exercise", exercise);
        redirect.addAttribute("as", as.word());
        return "redirect:/people/" + id + "/limits";
    }
}
