package org.plumbline.server.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.SignedIn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The list of sets, newest first: one's own, or those of a lifter who shares them. */
@Controller
class SetListController {
    private static final int PAGE = 50;

    private final TrainingLog log;
    private final SetSummaries summaries;
    private final SetDeletion deletion;
    private final RecordAccess access;
    private final StoppedSets stopped;
    private final Moments moments;
    private final ObjectProvider<UnseenRemarks> remarks;

    SetListController(
            TrainingLog log,
            SetSummaries summaries,
            SetDeletion deletion,
            RecordAccess access,
            StoppedSets stopped,
            Moments moments,
            ObjectProvider<UnseenRemarks> remarks) {
        this.stopped = stopped;
        this.remarks = remarks;
        this.log = log;
        this.summaries = summaries;
        this.deletion = deletion;
        this.access = access;
        this.moments = moments;
    }

    /**
     * What is asked for; what makes no sense is left out.
     *
     * @param exercise name of the exercise, or null or empty for all
     * @param since first day, or null
     * @param until last day, or null
     * @param from sets to leave out
     */
    private record Wanted(
            @Nullable String exercise,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate since,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate until,

            @Nullable Integer from) {
        private int offset() {
            return from == null ? 0 : Math.max(0, from);
        }

        private boolean isAll() {
            return exerciseName() == null && since == null && until == null;
        }

        private @Nullable String exerciseName() {
            return exercise == null || exercise.isBlank() ? null : ExerciseProfile.spelled(exercise);
        }

        private SummaryFilter filter() {
            return SummaryFilter.ofDays(exerciseName(), since, until);
        }
    }

    /** An exercise to choose. */
    private record Choice(String name, String title) {}

    /** A set that can be brought back. */
    private record Deleted(UUID id, String name, String when) {}

    @GetMapping("/sets")
    String own(@ModelAttribute Wanted wanted, @SignedIn Person me, Model model) {
        model.addAttribute("nav", "sets");
        model.addAttribute("address", "/sets");
        model.addAttribute("now", moments.now());
        model.addAttribute(
                "deleted",
                deletion.deleted(me.id()).stream()
                        .map(set ->
                                new Deleted(set.id(), FormWords.exercise(set.exercise()), moments.say(set.startedAt())))
                        .toList());
        model.addAttribute(
                "unseen",
                remarks.stream().flatMap(one -> one.sets(me.id()).stream()).collect(Collectors.toSet()));
        return list(me, me, wanted, model);
    }

    @GetMapping("/people/{id}/sets")
    String ofAnother(@PathVariable UUID id, @ModelAttribute Wanted wanted, @SignedIn Person me, Model model) {
        Person lifter = access.read(me, id, RecordKind.FORM, "sets");
        model.addAttribute("address", "/people/" + id + "/sets");
        model.addAttribute("deleted", List.of());
        model.addAttribute("unseen", Set.of());
        return list(lifter, me, wanted, model);
    }

    private String list(Person lifter, Person me, Wanted wanted, Model model) {
        int first = wanted.offset();
        SummaryFilter filter = wanted.filter().to(access.mayRead(me, lifter.id(), RecordKind.REHAB));
        List<SetListing> found = log.newest(lifter.id(), filter, PAGE + 1, first);
        List<SetListing> shown = found.stream().limit(PAGE).toList();
        List<UUID> ids = shown.stream().map(listing -> listing.set().id()).toList();
        Set<UUID> stops = stopped.shown(me, lifter.id(), ids);
        Set<UUID> motionTests = log.ofRehab(ids);
        model.addAttribute("own", lifter.id().equals(me.id()));
        model.addAttribute("lifter", lifter);
        model.addAttribute("exercise", wanted.exerciseName());
        model.addAttribute("since", wanted.since());
        model.addAttribute("until", wanted.until());
        model.addAttribute("filtered", !wanted.isAll());
        model.addAttribute(
                "exercises",
                summaries.exercises(lifter.id()).stream()
                        .map(name -> new Choice(name, FormWords.exercise(name)))
                        .toList());
        model.addAttribute(
                "rows",
                shown.stream()
                        .map(listing -> SetRow.of(
                                listing,
                                stops.contains(listing.set().id()),
                                motionTests.contains(listing.set().id()),
                                me.loadUnit(),
                                moments))
                        .toList());
        model.addAttribute("older", found.size() > PAGE ? first + PAGE : null);
        model.addAttribute("newer", first > 0 ? Math.max(0, first - PAGE) : null);
        return "sets";
    }
}
