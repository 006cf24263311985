package org.plumbline.server.rehab.pain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.Moments;
import org.plumbline.server.web.EmergencyNumber;
import org.plumbline.server.web.NothingHere;
import org.plumbline.server.web.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The symptom questions, what to do, and the text for emergencies. */
@Controller
class SymptomController {
    private final SymptomChecks checks;
    private final SharpStops stops;
    private final RecordAccess access;
    private final EmergencyNumber number;
    private final Moments moments;
    private final SymptomMoments said;

    SymptomController(
            SymptomChecks checks,
            SharpStops stops,
            RecordAccess access,
            EmergencyNumber number,
            Moments moments,
            SymptomMoments said) {
        this.said = said;
        this.checks = checks;
        this.stops = stops;
        this.access = access;
        this.number = number;
        this.moments = moments;
    }

    @GetMapping("/symptoms")
    String ask(@SignedIn Person me, @ModelAttribute SymptomReport form, Model model) {
        SymptomReport begun = checks.isNumbToday(me.id()) ? form.suggesting(SymptomQuestion.LIMB_WEAK_OR_NUMB) : form;
        return page(me, begun, null, List.of(), model);
    }

    @PostMapping("/symptoms")
    String answer(@SignedIn Person me, @ModelAttribute SymptomReport report, Model model) {
        try {
            Optional<SymptomCheck> check = checks.answer(me.id(), report);
            return check.isPresent()
                    ? "redirect:/symptoms/" + check.get().id()
                    : page(
                            me,
                            report,
                            Words.say("symptoms.unanswered"),
                            report.answers().missing(),
                            model);
        } catch (IllegalArgumentException refused) {
            return page(me, report, refused.getMessage(), List.of(), model);
        }
    }

    /** Told by the live page as the reason of a STOP is chosen, before any question is asked. */
    @PostMapping("/symptoms/stopped")
    ResponseEntity<Void> stopped(@SignedIn Person me, @RequestParam(required = false) @Nullable UUID set) {
        try {
            stops.keep(me.id(), set);
        } catch (IllegalArgumentException another) {
            throw NothingHere.problem();
        }
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/symptoms/{id}")
    String whatToDo(@PathVariable UUID id, @SignedIn Person me, Model model) {
        SymptomCheck check = checks.find(id).orElseThrow(NothingHere::problem);
        access.read(me, check.lifterId(), RecordKind.PAIN, "symptoms");
        model.addAttribute("nav", "today");
        model.addAttribute("check", check);
        model.addAttribute("level", check.tier().level());
        boolean own = check.lifterId().equals(me.id());
        model.addAttribute("own", own);
        model.addAttribute(
                "mayGoOn",
                own
                        && check.because() != SymptomReason.STOP
                        && checks.standing(me.id()).isEmpty()
                        && check.tier().level() < SymptomTier.URGENT.level());
        model.addAttribute("when", moments.say(check.saidAt()));
        checks.inSight(check.lifterId()).ifPresent(standing -> {
            boolean shown = standing.check().id().equals(id);
            model.addAttribute("stands", shown ? said.say(standing) + " " + said.until(standing) : null);
            boolean earlier = standing.check().saidAt().isBefore(check.saidAt());
            model.addAttribute("earlier", earlier ? standing.check() : null);
            model.addAttribute("earlierSaid", said.say(standing));
        });
        model.addAttribute("number", number.emergencyNumber());
        model.addAttribute(
                "ticked",
                check.answers().entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList());
        boolean numbTicked = check.answers().entrySet().stream()
                .anyMatch(answer -> answer.getValue() && answer.getKey().isOfNumbness());
        model.addAttribute("numbToo", !numbTicked && checks.isNumb(check.lifterId(), check.day()));
        return "symptom-result";
    }

    /** Open to everybody, and kept on the device for when there is no connection. */
    @GetMapping(EmergencyNumber.PAGE)
    String emergency(Model model) {
        model.addAttribute("number", number.emergencyNumber());
        return "emergency";
    }

    private String page(
            Person me, SymptomReport form, @Nullable String problem, List<SymptomTier> missing, Model model) {
        String because;
        try {
            because = Worded.ofWord(SymptomReason.class, "because", form.because())
                    .orElse(form.set() == null ? SymptomReason.OWN : SymptomReason.STOP)
                    .word();
        } catch (IllegalArgumentException unknown) {
            because = SymptomReason.OWN.word();
        }
        model.addAttribute("nav", "today");
        model.addAttribute("form", form);
        model.addAttribute("numb", checks.isNumbToday(me.id()));
        model.addAttribute("numbTicked", form.yesWords().contains(SymptomQuestion.LIMB_WEAK_OR_NUMB.word()));
        model.addAttribute("problem", problem);
        model.addAttribute("missing", missing);
        model.addAttribute("because", because);
        model.addAttribute("parts", SymptomAnswers.PARTS);
        model.addAttribute("mechanisms", List.of(SymptomMechanism.values()));
        return "symptoms";
    }
}
