package org.plumbline.server.rehab.plan;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages on which a therapist prescribes, changes and ends, and decides on steps asked for. */
@Controller
@RequestMapping("/patients/{id}")
class PrescriptionController {
    private final PatientDoor door;
    private final Prescriptions prescriptions;
    private final Prescribing prescribing;
    private final Progressions progressions;
    private final LimitRemarks remarks;
    private final Days days;

    PrescriptionController(
            PatientDoor door,
            Prescriptions prescriptions,
            Prescribing prescribing,
            Progressions progressions,
            LimitRemarks remarks,
            Days days) {
        this.door = door;
        this.prescriptions = prescriptions;
        this.prescribing = prescribing;
        this.progressions = progressions;
        this.remarks = remarks;
        this.days = days;
    }

    @GetMapping("/prescriptions/new")
    String fresh(@PathVariable UUID id, @SignedIn Person me, Model model) {
        Person patient = door.work(me, id, "prescription");
        return form(patient, me, model, List.of(), PrescriptionForm.fresh(days.today()));
    }

    @PostMapping("/prescriptions")
    ModelAndView prescribe(
            @PathVariable UUID id, @RequestParam Map<String, String> fields, @SignedIn Person me, Model model) {
        Person patient = door.work(me, id, "prescription");
        try {
            Typed typed = new Typed(fields);
            Draft draft = PrescriptionForm.read(typed, me.loadUnit(), null);
            prescribing.check(id, draft);
            remarks.check(me, patient, draft.work(), null, typed.text(LimitRemarks.CONFIRMED));
            prescribing.prescribe(me, id, draft);
            return back(id);
        } catch (RefusedException refused) {
            return again(form(patient, me, model, List.of(), fields), model, fields, refused);
        }
    }

    @GetMapping("/prescriptions/{series}")
    String one(@PathVariable UUID id, @PathVariable UUID series, @SignedIn Person me, Model model) {
        Person patient = door.read(me, id, "prescription");
        List<Prescription> history = prescriptions.history(id, series);
        return form(patient, me, model, history, PrescriptionForm.of(history.get(0), me.loadUnit()));
    }

    @PostMapping("/prescriptions/{series}")
    ModelAndView change(
            @PathVariable UUID id,
            @PathVariable UUID series,
            @RequestParam Map<String, String> fields,
            @SignedIn Person me,
            Model model) {
        Person patient = door.work(me, id, "prescription");
        List<Prescription> history = prescriptions.history(id, series);
        try {
            Typed typed = new Typed(fields);
            Draft draft = PrescriptionForm.read(typed, me.loadUnit(), history.get(0));
            DraftOfChange change =
                    new DraftOfChange(PrescriptionForm.version(typed), draft, fields.get("changeReason"));
            prescribing.check(id, series, change);
            remarks.check(me, patient, draft.work(), history.get(0).work(), typed.text(LimitRemarks.CONFIRMED));
            prescribing.change(me, id, series, change);
            return new ModelAndView("redirect:/patients/" + id + "/prescriptions/" + series);
        } catch (RefusedException refused) {
            // another version may have been written since
            return again(form(patient, me, model, prescriptions.history(id, series), fields), model, fields, refused);
        }
    }

    @PostMapping("/prescriptions/{series}/end")
    ModelAndView end(
            @PathVariable UUID id,
            @PathVariable UUID series,
            @RequestParam Map<String, String> fields,
            @SignedIn Person me,
            Model model) {
        Person patient = door.work(me, id, "prescription");
        List<Prescription> history = prescriptions.history(id, series);
        try {
            prescribing.end(me, id, series, fields.get("changeReason"));
            return back(id);
        } catch (RefusedException refused) {
            ModelAndView view = again(
                    form(patient, me, model, history, PrescriptionForm.of(history.get(0), me.loadUnit())),
                    model,
                    fields,
                    refused);
            view.addObject("state", FormState.of("end", fields, refused.faults()));
            return view;
        }
    }

    @PostMapping("/progressions/{progression}/approve")
    ModelAndView approve(
            @PathVariable UUID id, @PathVariable UUID progression, @SignedIn Person me, RedirectAttributes flash) {
        door.work(me, id, "prescription");
        try {
            progressions.approve(me, id, progression);
        } catch (RefusedException refused) {
            flash.addFlashAttribute("notice", refused.faults().get(0).message());
        }
        return back(id);
    }

    @PostMapping("/progressions/{progression}/decline")
    ModelAndView decline(
            @PathVariable UUID id,
            @PathVariable UUID progression,
            @RequestParam Map<String, String> fields,
            @SignedIn Person me,
            RedirectAttributes flash) {
        door.work(me, id, "prescription");
        try {
            progressions.decline(me, id, progression, fields.get("reason"));
        } catch (RefusedException refused) {
            flash.addFlashAttribute(
                    "notice",
                    Words.say("plan.decline.reason", refused.faults().get(0).message()));
        }
        return back(id);
    }

    private String form(
            Person patient, Person me, Model model, List<Prescription> history, Map<String, String> fields) {
        door.frame(model, me, patient, "prescriptions");
        model.addAttribute("history", history);
        model.addAttribute("filled", fields);
        model.addAttribute("exercises", ExerciseProfile.all());
        model.addAttribute("metrics", LimitableMetrics.all());
        model.addAttribute("limitRows", PrescriptionForm.limitRows(fields));
        model.addAttribute("unit", me.loadUnit());
        model.addAttribute("today", days.today());
        return "prescription";
    }

    private static ModelAndView again(String page, Model model, Map<String, String> fields, RefusedException refused) {
        List<Fault> faults = PrescriptionForm.asTyped(refused.faults());
        model.addAttribute("state", FormState.of(PrescriptionForm.NAME, fields, faults));
        model.addAttribute("limitsAnswer", LimitRemarks.answer(refused));
        return new ModelAndView(page, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView back(UUID id) {
        return new ModelAndView("redirect:/patients/" + id);
    }
}
