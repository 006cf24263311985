package org.plumbline.server.review;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.Person;
import org.plumbline.server.training.Assessment;
import org.plumbline.server.training.Capacity;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.LimitAuthors;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.PersonalLimit;
import org.plumbline.server.training.PersonalLimits;
import org.plumbline.server.training.SetSummaries;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a lifter's limits shows. */
@Component
class LimitPage {
    private final PersonalLimits limits;
    private final SetSummaries summaries;
    private final LimitAuthors authors;
    private final LimitCards cards;
    private final Moments moments;

    LimitPage(PersonalLimits limits, SetSummaries summaries, LimitAuthors authors, LimitCards cards, Moments moments) {
        this.limits = limits;
        this.summaries = summaries;
        this.authors = authors;
        this.cards = cards;
        this.moments = moments;
    }

    /**
     * Fills the page.
     *
     * @param as as what the reader sets limits
     * @param asked the exercise asked for, or null; another one is shown where it has no limits
     * @param rule the rule whose fields are open, or null
     * @param typed what was typed into them, or null for what stands
     */
    void fill(
            Model model,
            Person me,
            Person lifter,
            Capacity as,
            @Nullable String asked,
            @Nullable String rule,
            @Nullable TypedLimit typed) {
        String chosen = choose(model, me, lifter, asked);
        boolean plan = seesPlan(me, lifter);
        boolean own = me.id().equals(lifter.id());
        List<PersonalLimit> standing = limits.standing(lifter.id(), chosen);
        FormLimits now = limits.of(lifter.id(), chosen).orElseGet(() -> PersonalLimits.defaults(chosen));
        List<LimitRow> rows = LimitRow.of(chosen, now, standing, as, plan, moments);
        model.addAttribute("changes", own ? cards.read(lifter, chosen) : List.of());
        model.addAttribute("prescribed", plan ? PrescribedRow.of(standing, now, moments) : List.of());
        model.addAttribute("stricter", !plan && LimitRow.isStricterBesides(rows, now));
        model.addAttribute("plan", own ? "/plan" : "/patients/" + lifter.id());
        model.addAttribute("rows", rows);
        LimitRow editing = rows.stream()
                .filter(row -> row.rule().name().equalsIgnoreCase(rule))
                .findFirst()
                .orElse(null);
        model.addAttribute("editing", editing);
        model.addAttribute("therapist", as == Capacity.THERAPIST);
        model.addAttribute("as", as.word());
        model.addAttribute("choice", LimitRow.isChoice(me, lifter));
        if (editing != null) {
            model.addAttribute(
                    "typed",
                    typed != null ? typed : TypedLimit.of(editing, PersonalLimits.mark(standing, editing.rule(), as)));
        }
    }

    /** Whether the reader may know what a therapist says. */
    boolean seesPlan(Person me, Person lifter) {
        return authors.seesPlan(me, lifter.id());
    }

    /** The exercise whose limits are shown; where it is not the one asked for, that is said. */
    private String choose(Model model, Person me, Person lifter, @Nullable String asked) {
        @Nullable String wanted = asked == null ? null : ExerciseProfile.spelled(asked);
        List<String> trained = summaries.exercises(lifter.id());
        Set<String> exercises = new TreeSet<>(trained);
        ExerciseProfile.all().forEach(profile -> exercises.add(profile.name()));
        exercises.removeIf(name -> !Assessment.hasLimits(name));
        String chosen = wanted != null && exercises.contains(wanted)
                ? wanted
                : trained.stream().filter(exercises::contains).findFirst().orElse(ExerciseProfile.DEADLIFT.name());
        LifterPageController.add(model, me, lifter, List.copyOf(exercises), chosen);
        model.addAttribute(
                "instead",
                wanted == null || wanted.equals(chosen)
                        ? null
                        : Words.say("limits.instead", FormWords.exercise(wanted), FormWords.exercise(chosen)));
        return chosen;
    }
}
