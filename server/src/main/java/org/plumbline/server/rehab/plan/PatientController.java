package org.plumbline.server.rehab.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first page of a person's plan: what brought them, what is planned, what waits, and the therapist's own notes. */
@Controller
@RequestMapping("/patients/{id}")
class PatientController {
    private final PatientDoor door;
    private final PatientFile file;
    private final Prescriptions prescriptions;
    private final Progressions progressions;
    private final Restrictions restrictions;
    private final AdherenceReading adherence;
    private final Checklist checklist;
    private final MotionTests tests;
    private final PatientNews news;
    private final Days days;

    PatientController(
            PatientDoor door,
            PatientFile file,
            Prescriptions prescriptions,
            Progressions progressions,
            Restrictions restrictions,
            AdherenceReading adherence,
            Checklist checklist,
            MotionTests tests,
            PatientNews news,
            Days days) {
        this.door = door;
        this.file = file;
        this.prescriptions = prescriptions;
        this.progressions = progressions;
        this.restrictions = restrictions;
        this.adherence = adherence;
        this.checklist = checklist;
        this.tests = tests;
        this.news = news;
        this.days = days;
    }

    @GetMapping
    String patient(@PathVariable UUID id, @SignedIn Person me, Model model) {
        return show(door.read(me, id, "patient"), me, model);
    }

    private String show(Person patient, Person me, Model model) {
        UUID id = patient.id();
        LocalDate today = days.today();
        door.frame(model, me, patient, "summary");
        PatientNews.News first = news.lately(patient, door.seesPain(me, id), me.loadUnit());
        if (first.ofPain()) {
            door.readPain(me, id);
        }
        model.addAttribute("news", first);
        List<Prescription> newest = prescriptions.newest(id);
        model.addAttribute("statement", file.statement(id).orElse(null));
        model.addAttribute("statementSeen", file.statementMark(id));
        model.addAttribute("notes", file.notes(me, id));
        model.addAttribute(
                "inForce", newest.stream().filter(one -> !one.isOver(today)).toList());
        model.addAttribute(
                "over", newest.stream().filter(one -> one.isOver(today)).toList());
        model.addAttribute(
                "progressions",
                progressions.of(id).stream()
                        .filter(one -> one.state() == Progression.State.OPEN)
                        .map(one -> ProgressionView.of(one, newest, me.loadUnit(), today))
                        .toList());
        model.addAttribute("restrictions", restrictions.on(id, today));
        model.addAttribute("week", adherence.thisWeek(patient));
        List<Criterion> criteria = checklist.of(id);
        model.addAttribute("criteria", criteria);
        model.addAttribute(
                "signed",
                criteria.stream().filter(one -> one.standing() != null).count());
        model.addAttribute(
                "clearances",
                file.clearances(id).stream().filter(one -> one.standsOn(today)).toList());
        model.addAttribute("lastTest", tests.of(id).stream().findFirst().orElse(null));
        model.addAttribute("today", today);
        model.addAttribute("unit", me.loadUnit());
        return "patient";
    }

    @PostMapping("/statement")
    ModelAndView state(
            @PathVariable UUID id, @RequestParam Map<String, String> typed, @SignedIn Person me, Model model) {
        Person patient = door.work(me, id, "patient");
        try {
            file.stateAsSeen(typed.get("seen"), me, id, typed.get("statement"));
            return back(id);
        } catch (RefusedException refused) {
            return again(patient, me, model, FormState.of("statement", typed, refused.faults()));
        }
    }

    @PostMapping("/notes")
    ModelAndView note(
            @PathVariable UUID id, @RequestParam Map<String, String> typed, @SignedIn Person me, Model model) {
        Person patient = door.work(me, id, "patient");
        try {
            file.note(me, id, typed.get("note"));
            return back(id);
        } catch (RefusedException refused) {
            return again(patient, me, model, FormState.of("note", typed, refused.faults()));
        }
    }

    @PostMapping("/notes/{note}/remove")
    ModelAndView removeNote(@PathVariable UUID id, @PathVariable UUID note, @SignedIn Person me) {
        door.work(me, id, "patient");
        file.removeNote(me, id, note);
        return back(id);
    }

    private static ModelAndView back(UUID id) {
        return new ModelAndView("redirect:/patients/" + id);
    }

    private ModelAndView again(Person patient, Person me, Model model, FormState state) {
        model.addAttribute("state", state);
        return new ModelAndView(show(patient, me, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
