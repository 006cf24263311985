package org.plumbline.server.rehab.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.web.Choice;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of what a person is to leave out for a while. */
@Controller
@RequestMapping("/patients/{id}/restrictions")
class RestrictionController {
    private static final int REVIEW_DAYS = 14;

    private final PatientDoor door;
    private final Restrictions restrictions;
    private final Days days;

    RestrictionController(PatientDoor door, Restrictions restrictions, Days days) {
        this.door = door;
        this.restrictions = restrictions;
        this.days = days;
    }

    @GetMapping
    String page(@PathVariable UUID id, @SignedIn Person me, Model model) {
        return show(door.read(me, id, "restriction"), me, model);
    }

    private String show(Person patient, Person me, Model model) {
        door.frame(model, me, patient, "restrictions");
        LocalDate today = days.today();
        List<Restriction> all = restrictions.of(patient.id());
        model.addAttribute(
                "holding", all.stream().filter(one -> one.holdsOn(today)).toList());
        model.addAttribute(
                "toCome",
                all.stream()
                        .filter(one -> one.on(today) == Restriction.State.TO_COME)
                        .toList());
        model.addAttribute(
                "past",
                all.stream()
                        .filter(one ->
                                one.on(today) == Restriction.State.LIFTED || one.on(today) == Restriction.State.EXPIRED)
                        .toList());
        model.addAttribute("reviews", restrictions.reviews(patient.id()));
        model.addAttribute("flareUp", restrictions.flareUp());
        model.addAttribute("flareUpSeen", restrictions.flareUpMark());
        model.addAttribute("exercises", ExerciseProfile.all());
        model.addAttribute("today", today);
        model.addAttribute("reviewDay", today.plusDays(REVIEW_DAYS));
        return "restrictions";
    }

    @PostMapping
    ModelAndView set(
            @PathVariable UUID id, @RequestParam Map<String, String> fields, @SignedIn Person me, Model model) {
        Person patient = door.work(me, id, "restriction");
        try {
            Typed typed = new Typed(fields);
            NewRestriction restriction = new NewRestriction(
                    typed.text("what", ""),
                    typed.text("reason", ""),
                    typed.text("exercise"),
                    Objects.requireNonNullElseGet(typed.optionalDay("startsOn"), days::today),
                    typed.day("reviewOn"),
                    typed.ticked("expires"));
            typed.check();
            restrictions.set(me, id, restriction);
            return back(id);
        } catch (RefusedException refused) {
            return again(patient, me, model, FormState.of("restriction", fields, refused.faults()));
        }
    }

    @PostMapping("/{restriction}/review")
    ModelAndView review(
            @PathVariable UUID id,
            @PathVariable UUID restriction,
            @RequestParam Map<String, String> fields,
            @SignedIn Person me,
            Model model) {
        Person patient = door.work(me, id, "restriction");
        try {
            Typed typed = new Typed(fields);
            @Nullable LocalDate next = isLifted(typed) ? null : typed.day("reviewOn");
            typed.check();
            restrictions.reviewAsSeen(typed.text("standing"), me, id, restriction, next, typed.text("note"));
            return back(id);
        } catch (RefusedException refused) {
            return again(patient, me, model, FormState.of("review-" + restriction, fields, refused.faults()));
        }
    }

    /** Whether it is to be lifted; nothing but a word for it lifts it, and nothing but a word for it keeps it. */
    private static boolean isLifted(Typed typed) {
        try {
            return Choice.of(ReviewDecision.class, "outcome", typed.text("outcome")) == ReviewDecision.LIFT;
        } catch (IllegalArgumentException neither) {
            throw new RefusedException("reviewOn", Words.say("plan.fault.review.decision"));
        }
    }

    /** Sets the lines that are ticked; with {@code keep}, the lines become those a flare-up starts from on this server. */
    @PostMapping("/flare-up")
    ModelAndView flareUp(
            @PathVariable UUID id,
            @RequestParam List<String> what,
            @RequestParam List<String> reason,
            @RequestParam Map<String, String> fields,
            @SignedIn Person me,
            Model model) {
        Person patient = door.work(me, id, "restriction");
        List<FlareUpLine> lines = new ArrayList<>();
        try {
            Typed typed = new Typed(fields);
            for (int i = 0; i < Math.min(what.size(), reason.size()); i++) {
                if (!what.get(i).isBlank()) {
                    lines.add(new FlareUpLine(what.get(i).strip(), reason.get(i).strip()));
                }
            }
            if ("keep".equals(typed.text("do"))) {
                restrictions.editFlareUp(lines, typed.text("seen"));
                return back(id);
            }
            LocalDate reviewOn = typed.day("reviewOn");
            typed.check();
            restrictions.setFlareUp(me, id, lines, reviewOn);
            return back(id);
        } catch (RefusedException refused) {
            ModelAndView view = again(patient, me, model, FormState.of("flareUp", fields, refused.faults()));
            return view.addObject("flareUp", lines);
        }
    }

    private static ModelAndView back(UUID id) {
        return new ModelAndView("redirect:/patients/" + id + "/restrictions");
    }

    private ModelAndView again(Person patient, Person me, Model model, FormState state) {
        model.addAttribute("state", state);
        return new ModelAndView(show(patient, me, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
