package org.plumbline.server.rehab.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.web.Choice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the way back to activity: criteria, what speaks for them, signatures, and clearances. */
@Controller
@RequestMapping("/patients/{id}")
class ChecklistController {
    private static final int OFFERED_DAYS = 60;
    private static final int OFFERED_SETS = 40;

    private final PatientDoor door;
    private final Checklist checklist;
    private final PatientFile file;
    private final MotionTests tests;
    private final PatientSets sets;
    private final Days days;

    ChecklistController(
            PatientDoor door, Checklist checklist, PatientFile file, MotionTests tests, PatientSets sets, Days days) {
        this.door = door;
        this.checklist = checklist;
        this.file = file;
        this.tests = tests;
        this.sets = sets;
        this.days = days;
    }

    @GetMapping("/checklist")
    String page(@PathVariable UUID id, @SignedIn Person me, Model model) {
        return show(door.read(me, id, "checklist"), me, model);
    }

    private String show(Person patient, Person me, Model model) {
        UUID id = patient.id();
        LocalDate today = days.today();
        door.frame(model, me, patient, "checklist");
        List<Criterion> criteria = checklist.of(id);
        model.addAttribute("criteria", criteria);
        model.addAttribute(
                "toPick",
                checklist.toPick().stream()
                        .filter(text -> criteria.stream()
                                .noneMatch(one -> one.criterion().equals(text)))
                        .toList());
        model.addAttribute(
                "sets",
                door.offersSets(me, id)
                        ? sets.since(id, today.minusDays(OFFERED_DAYS)).stream()
                                .sorted(Comparator.comparing(DoneSet::startedAt).reversed())
                                .limit(OFFERED_SETS)
                                .toList()
                        : List.of());
        model.addAttribute("tests", tests.of(id));
        model.addAttribute("clearances", file.clearances(id));
        model.addAttribute("unit", me.loadUnit());
        model.addAttribute("today", today);
        return "checklist";
    }

    @PostMapping("/checklist")
    ModelAndView add(
            @PathVariable UUID id, @RequestParam Map<String, String> fields, @SignedIn Person me, Model model) {
        return doing(id, fields, me, model, "criterion", () -> checklist.add(me, id, fields.get("criterion")));
    }

    @PostMapping("/checklist/{criterion}/remove")
    ModelAndView remove(
            @PathVariable UUID id, @PathVariable UUID criterion, @SignedIn Person me, RedirectAttributes flash) {
        door.work(me, id, "checklist");
        checklist.remove(id, criterion);
        flash.addFlashAttribute("removed", criterion);
        return back(id);
    }

    @PostMapping("/checklist/{criterion}/put-back")
    ModelAndView putBack(@PathVariable UUID id, @PathVariable UUID criterion, @SignedIn Person me) {
        door.work(me, id, "checklist");
        checklist.putBack(id, criterion);
        return back(id);
    }

    /** The kind and what it points at come as one field, for example {@code set:…}. */
    @PostMapping("/checklist/{criterion}/evidence")
    ModelAndView link(
            @PathVariable UUID id,
            @PathVariable UUID criterion,
            @RequestParam Map<String, String> fields,
            @SignedIn Person me,
            Model model) {
        return doing(id, fields, me, model, "evidence-" + criterion, () -> {
            String[] chosen = new Typed(fields).text("subject", "note").split(":", 2);
            @Nullable UUID subject = chosen.length == 2 ? new Typed(Map.of("id", chosen[1])).id("id") : null;
            Criterion.EvidenceKind kind = Choice.of(Criterion.EvidenceKind.class, "subject", chosen[0]);
            door.needShared(me, id, kind);
            checklist.link(me, id, criterion, kind, subject, fields.get("note"));
        });
    }

    @PostMapping("/checklist/{criterion}/sign")
    ModelAndView sign(
            @PathVariable UUID id,
            @PathVariable UUID criterion,
            @RequestParam Map<String, String> fields,
            @SignedIn Person me,
            Model model) {
        return doing(
                id,
                fields,
                me,
                model,
                "sign-" + criterion,
                () -> checklist.sign(me, id, criterion, fields.get("note")));
    }

    @PostMapping("/checklist/{criterion}/withdraw")
    ModelAndView withdraw(
            @PathVariable UUID id,
            @PathVariable UUID criterion,
            @RequestParam Map<String, String> fields,
            @SignedIn Person me,
            Model model) {
        return doing(
                id,
                fields,
                me,
                model,
                "withdraw-" + criterion,
                () -> checklist.withdraw(me, id, criterion, fields.get("reason")));
    }

    @PostMapping("/clearances")
    ModelAndView clear(
            @PathVariable UUID id, @RequestParam Map<String, String> fields, @SignedIn Person me, Model model) {
        return doing(id, fields, me, model, "clearance", () -> {
            Typed typed = new Typed(fields);
            PatientFile.NewClearance clearance = new PatientFile.NewClearance(
                    typed.text("givenBy", ""),
                    typed.day("givenOn"),
                    typed.text("scope", ""),
                    typed.optionalDay("expiresOn"));
            typed.check();
            file.clear(me, id, clearance);
        });
    }

    @PostMapping("/clearances/{clearance}/withdraw")
    ModelAndView withdrawClearance(
            @PathVariable UUID id,
            @PathVariable UUID clearance,
            @RequestParam Map<String, String> fields,
            @SignedIn Person me,
            Model model) {
        return doing(
                id,
                fields,
                me,
                model,
                "clearance-" + clearance,
                () -> file.withdrawClearance(id, clearance, fields.get("reason")));
    }

    private ModelAndView doing(
            UUID id, Map<String, String> fields, Person me, Model model, String form, Runnable work) {
        Person patient = door.work(me, id, "checklist");
        try {
            work.run();
            return back(id);
        } catch (RefusedException refused) {
            model.addAttribute("state", FormState.of(form, fields, refused.faults()));
            return new ModelAndView(show(patient, me, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static ModelAndView back(UUID id) {
        return new ModelAndView("redirect:/patients/" + id + "/checklist");
    }
}
