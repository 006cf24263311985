package org.plumbline.server.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Metric;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.BegunAnyway;
import org.plumbline.server.training.PlannedSets;
import org.plumbline.server.training.SetHold;
import org.plumbline.server.training.SetQuestions;
import org.plumbline.server.web.EmergencyNumber;
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

/** The live screen, and what can be pressed on it. */
@Controller
class LivePageController {
    private final LiveSets liveSets;
    private final LiveEncoder encoder;
    private final DemoMode demo;
    private final EmergencyNumber number;
    private final RecordAccess access;
    private final PlannedSets planned;
    private final SetQuestions setQuestions;

    LivePageController(
            LiveSets liveSets,
            LiveEncoder encoder,
            DemoMode demo,
            EmergencyNumber number,
            RecordAccess access,
            PlannedSets planned,
            SetQuestions setQuestions) {
        this.planned = planned;
        this.setQuestions = setQuestions;
        this.liveSets = liveSets;
        this.encoder = encoder;
        this.demo = demo;
        this.number = number;
        this.access = access;
    }

    /** What the script says: the ends of the keys of its messages. */
    private static final List<String> SAYINGS = Words.endingsOf("live.say.");

    /** A set of somebody else that is watched. */
    private record Watched(UUID id, String lifter) {
        static Watched of(LiveSet set) {
            return new Watched(set.id(), set.lifter().name());
        }
    }

    @GetMapping("/live")
    String live(@RequestParam(name = "set", required = false) @Nullable UUID set, @SignedIn Person me, Model model) {
        Optional<LiveSet> shown = set == null ? liveSets.newestOf(me.id()) : Optional.of(watched(me, set));
        boolean own =
                shown.map(LiveSet::lifter).map(Person::id).map(me.id()::equals).orElse(true);
        model.addAttribute("nav", own ? "live" : "board");
        model.addAttribute("watched", own ? null : Watched.of(shown.orElseThrow()));
        model.addAttribute(
                "snapshot",
                shown.map(one -> encoder.snapshot(one.snapshotFor(me.id()))).orElse(null));
        // the lifter alone: plan and pain are shared on their own
        List<SetHold.Told> told = own ? setQuestions.told(me.id()) : List.of();
        model.addAttribute(
                "offPlan", own ? shown.map(one -> offPlan(me, one, told)).orElse(List.of()) : List.of());
        model.addAttribute(
                "told",
                told.stream()
                        .filter(one -> one.question() == BegunAnyway.Question.TOLD)
                        .toList());
        model.addAttribute("shownSet", shown.map(LiveSet::id).orElse(null));
        model.addAttribute("number", number.emergencyNumber());
        model.addAttribute("sayings", SAYINGS);
        model.addAttribute("detectableChangeDeg", Math.round(Metric.LUMBAR_FLEXION_PEAK.minimalDetectableChange()));
        return "live";
    }

    /** In what a set is not as it was planned. */
    private List<String> offPlan(Person me, LiveSet set, List<SetHold.Told> told) {
        String exercise = set.plan().exercise();
        List<String> notes = new ArrayList<>(SetQuestions.sentences(told, BegunAnyway.Question.RESTRICTED, exercise));
        @Nullable
        String above = planned.above(
                me.id(), exercise, set.snapshot().startedAt(), set.plan().loadKg(), me.loadUnit());
        if (above != null) {
            notes.add(above);
        }
        return notes;
    }

    /** A set of somebody who shares it. */
    private LiveSet watched(Person me, UUID id) {
        LiveSet set = liveSets.find(id).orElseThrow(LivePageController::notLive);
        access.read(me, set.lifter().id(), RecordKind.FORM, "live_set");
        return set;
    }

    private static ResponseStatusException notLive() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, Words.say("live.nothing.such"));
    }

    @PostMapping("/live/{id}/begin")
    String begin(@PathVariable UUID id, @SignedIn Person me, RedirectAttributes redirect) {
        if (!own(me, id).begin()) {
            redirect.addFlashAttribute("noticeKey", "live.begin.over");
        }
        return "redirect:/live";
    }

    @PostMapping("/live/{id}/stop")
    String stop(@PathVariable UUID id, @SignedIn Person me) {
        liveSets.end(own(me, id));
        return "redirect:/sets/" + id;
    }

    /** Nobody but the lifter presses their buttons. */
    private LiveSet own(Person me, UUID id) {
        return liveSets.find(id)
                .filter(set -> set.lifter().id().equals(me.id()))
                .orElseThrow(LivePageController::notLive);
    }

    @PostMapping("/demo/resume")
    String resumeDemo(@SignedIn Person me) {
        if (me.sample()) {
            demo.start();
        }
        return "redirect:/live";
    }
}
