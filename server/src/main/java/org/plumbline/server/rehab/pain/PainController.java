package org.plumbline.server.rehab.pain;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.account.ServerPurpose;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.PainBounds;
import org.plumbline.server.training.PainDirection;
import org.plumbline.server.web.NothingHere;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pain log: one's own to write, and another's to read where it is shared. */
@Controller
class PainController {
    private static final int PAGE = 30;

    /** Days on the chart and in its table. */
    private static final int DAYS = 56;

    /** When a person notes pain by themselves; the hours after training have their own question. */
    private static final List<PainMoment> MOMENTS =
            List.of(PainMoment.OTHER, PainMoment.BEFORE, PainMoment.DURING, PainMoment.AFTER);

    private final PainLog log;
    private final SymptomChecks symptoms;
    private final SharpStops stops;
    private final RecordAccess access;
    private final ServerPurpose purpose;
    private final Moments moments;
    private final SymptomMoments said;
    private final CheckInDays checkInDays;

    PainController(
            PainLog log,
            SymptomChecks symptoms,
            SharpStops stops,
            RecordAccess access,
            ServerPurpose purpose,
            Moments moments,
            SymptomMoments said,
            CheckInDays checkInDays) {
        this.checkInDays = checkInDays;
        this.said = said;
        this.log = log;
        this.symptoms = symptoms;
        this.stops = stops;
        this.access = access;
        this.purpose = purpose;
        this.moments = moments;
    }

    /** A question about earlier training, with its day as people say it. */
    public record FollowUpRow(FollowUp followUp, String day) {}

    /** A set stopped for sharp pain, with its moment as people say it. */
    public record StopRow(SharpStop stop, String when) {}

    @GetMapping("/pain")
    String own(
            @SignedIn Person me,
            @RequestParam(name = "from", defaultValue = "0") int from,
            @ModelAttribute PainReport form,
            Model model) {
        return page(me, me, from, form, null, model);
    }

    @GetMapping("/people/{id}/pain")
    String another(
            @PathVariable UUID id,
            @SignedIn Person me,
            @RequestParam(name = "from", defaultValue = "0") int from,
            @ModelAttribute PainReport form,
            Model model) {
        return page(me, access.read(me, id, RecordKind.PAIN, "pain_log"), from, form, null, model);
    }

    @PostMapping("/pain")
    String add(@SignedIn Person me, @ModelAttribute PainReport report, Model model, RedirectAttributes redirect) {
        try {
            log.add(me.id(), report);
        } catch (IllegalArgumentException refused) {
            return page(me, me, 0, report, refused.getMessage(), model);
        }
        redirect.addFlashAttribute("noticeKey", "pain.kept");
        return "redirect:/pain";
    }

    @PostMapping("/pain/{id}/remove")
    String remove(@PathVariable UUID id, @SignedIn Person me, RedirectAttributes redirect) {
        if (!log.remove(me.id(), id)) {
            throw NothingHere.problem();
        }
        redirect.addFlashAttribute("removed", id);
        return "redirect:/pain";
    }

    @PostMapping("/pain/{id}/restore")
    String restore(@PathVariable UUID id, @SignedIn Person me, RedirectAttributes redirect) {
        if (!log.restore(me.id(), id)) {
            throw NothingHere.problem();
        }
        redirect.addFlashAttribute("noticeKey", "pain.restored");
        return "redirect:/pain";
    }

    @PostMapping("/people/{id}/pain-bounds")
    String chooseBounds(
            @PathVariable UUID id,
            @SignedIn Person me,
            @RequestParam int greenMost,
            @RequestParam int amberMost,
            RedirectAttributes redirect) {
        Person person = access.read(me, id, RecordKind.PAIN, "pain_bounds");
        if (!mayChooseBounds(me, person)) {
            throw NothingHere.problem();
        }
        try {
            log.chooseBounds(id, new PainBounds(greenMost, amberMost), me.id());
            redirect.addFlashAttribute("noticeKey", "pain.bounds.kept");
        } catch (IllegalArgumentException refused) {
            redirect.addFlashAttribute("notice", refused.getMessage());
        }
        return "redirect:/people/" + id + "/pain";
    }

    /** A therapist with whom rehab is shared; where there is no clinic, the person. */
    private boolean mayChooseBounds(Person me, Person person) {
        boolean own = me.id().equals(person.id());
        return purpose.clinic()
                ? !own && me.is(Role.THERAPIST) && access.mayRead(me, person.id(), RecordKind.REHAB)
                : own;
    }

    private String page(Person me, Person person, int from, PainReport form, @Nullable String problem, Model model) {
        UUID id = person.id();
        boolean own = me.id().equals(id);
        int first = Math.max(0, from);
        LocalDate today = log.today();
        PainBounds bounds = log.bounds(id);
        List<PainEntry> found = log.newest(id, PAGE + 1, first);
        PainDirection direction = log.direction(id, today);
        model.addAttribute("nav", own ? "today" : "roster");
        model.addAttribute("own", own);
        model.addAttribute("person", person);
        model.addAttribute("from", first);
        model.addAttribute("problem", problem);
        model.addAttribute("form", form);
        model.addAttribute("bounds", bounds);
        model.addAttribute("mayChooseBounds", mayChooseBounds(me, person));
        model.addAttribute("moments", MOMENTS);
        model.addAttribute(
                "rows",
                found.stream().limit(PAGE).map(entry -> row(entry, bounds)).toList());
        model.addAttribute("older", found.size() > PAGE ? first + PAGE : null);
        model.addAttribute("newer", first > 0 ? Math.max(0, first - PAGE) : null);
        model.addAttribute("checkIns", checkInDays.of(person, me, today));
        model.addAttribute("days", log.days(id, today.minusDays(DAYS), today));
        Optional<StandingSymptoms> standing = symptoms.inSight(id);
        model.addAttribute("standing", standing.map(StandingSymptoms::check).orElse(null));
        model.addAttribute("standingSaid", standing.map(said::say).orElse(null));
        model.addAttribute("direction", direction);
        // what to do by oneself is not said while answers stand that ask for somebody else
        model.addAttribute(
                "prompts",
                standing.isPresent()
                        ? List.of()
                        : PainPrompt.of(direction, log.between(id, today.minusDays(DAYS), today), bounds));
        model.addAttribute("due", own ? symptoms.due(id).orElse(null) : null);
        model.addAttribute(
                "followUps",
                own
                        ? log.followUps(id).stream()
                                .map(followUp -> new FollowUpRow(followUp, day(followUp.aboutDay())))
                                .toList()
                        : List.of());
        List<SharpStop> stopped = stops.since(id, today.minusDays(DAYS));
        model.addAttribute("stoppedThisWeek", direction != PainDirection.RISING && PainDays.isInWeek(stopped, today));
        model.addAttribute(
                "stops",
                stopped.stream()
                        .map(stop -> new StopRow(stop, moments.say(stop.stoppedAt())))
                        .toList());
        Optional<SymptomCheck> last = symptoms.last(id);
        model.addAttribute("lastCheck", last.orElse(null));
        model.addAttribute(
                "lastCheckWhen", last.map(check -> moments.say(check.saidAt())).orElse(null));
        return "pain";
    }

    private PainRow row(PainEntry entry, PainBounds bounds) {
        LocalDate about = entry.aboutDay();
        return new PainRow(
                entry, moments.say(entry.saidAt()), about == null ? null : day(about), bounds.light(entry.score()));
    }

    /** The day alone: what people say of a moment ends with its time. */
    private String day(LocalDate day) {
        String said = moments.say(
                day.atTime(LocalTime.NOON).atZone(ZoneId.systemDefault()).toInstant());
        return said.substring(0, said.lastIndexOf(' '));
    }
}
