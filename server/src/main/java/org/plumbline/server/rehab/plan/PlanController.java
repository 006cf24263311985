package org.plumbline.server.rehab.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.SetHold;
import org.plumbline.server.training.SetQuestions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's own view of their plan: what is on today, how to do it, what is left this week. */
@Controller
class PlanController {
    private final PatientDoor door;
    private final SetQuestions questions;
    private final Prescriptions prescriptions;
    private final Progressions progressions;
    private final Restrictions restrictions;
    private final AdherenceReading adherence;
    private final Checklist checklist;
    private final Days days;

    PlanController(
            PatientDoor door,
            SetQuestions questions,
            Prescriptions prescriptions,
            Progressions progressions,
            Restrictions restrictions,
            AdherenceReading adherence,
            Checklist checklist,
            Days days) {
        this.door = door;
        this.questions = questions;
        this.prescriptions = prescriptions;
        this.progressions = progressions;
        this.restrictions = restrictions;
        this.adherence = adherence;
        this.checklist = checklist;
        this.days = days;
    }

    @GetMapping("/plan")
    String plan(@SignedIn Person me, Model model) {
        door.needClinic();
        return show(me, model);
    }

    private String show(Person me, Model model) {
        LocalDate today = days.today();
        door.frame(model, me, me, "plan");
        List<Prescription> newest = prescriptions.newest(me.id());
        List<Adherence.Line> lines = adherence.thisWeek(me).lines().stream()
                .filter(line -> line.prescription().isOn(today))
                .toList();
        model.addAttribute("lines", lines);
        List<SetHold.Told> told = questions.told(me.id());
        // what is to be left out stands with the restrictions
        model.addAttribute(
                "told", told.stream().filter(one -> one.exercises() == null).toList());
        model.addAttribute(
                "heldBack",
                lines.stream()
                        .map(line -> line.prescription().work().exercise())
                        .filter(exercise -> told.stream().anyMatch(one -> one.speaksOf(exercise)))
                        .collect(Collectors.toSet()));
        model.addAttribute(
                "later",
                newest.stream()
                        .filter(one -> one.startsOn().isAfter(today) && !one.isOver(today))
                        .toList());
        model.addAttribute("restrictions", restrictions.on(me.id(), today));
        model.addAttribute(
                "progressions",
                progressions.of(me.id()).stream()
                        .limit(5)
                        .map(one -> ProgressionView.of(one, newest, me.loadUnit(), today))
                        .toList());
        model.addAttribute(
                "asked",
                progressions.of(me.id()).stream()
                        .filter(one -> one.state() == Progression.State.OPEN)
                        .map(Progression::series)
                        .collect(Collectors.toSet()));
        model.addAttribute("criteria", checklist.of(me.id()));
        model.addAttribute("unit", me.loadUnit());
        model.addAttribute("today", today);
        return "plan";
    }

    @PostMapping("/plan/{series}/ask")
    ModelAndView ask(
            @PathVariable UUID series, @RequestParam Map<String, String> fields, @SignedIn Person me, Model model) {
        door.needClinic();
        try {
            Typed typed = new Typed(fields);
            @Nullable
            Prescription standing = prescriptions.newest(me.id()).stream()
                    .filter(one -> one.series().equals(series))
                    .findFirst()
                    .orElse(null);
            Progressions.Step step = new Progressions.Step(
                    typed.whole("sets"),
                    typed.whole("repetitions"),
                    typed.number("holdS"),
                    PrescriptionForm.loadCapKg(typed, me.loadUnit(), standing),
                    typed.text("wish"));
            typed.check();
            progressions.ask(me, me.id(), series, step);
            return new ModelAndView("redirect:/plan");
        } catch (RefusedException refused) {
            model.addAttribute(
                    "state", FormState.of("ask-" + series, fields, PrescriptionForm.asTyped(refused.faults())));
            return new ModelAndView(show(me, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
