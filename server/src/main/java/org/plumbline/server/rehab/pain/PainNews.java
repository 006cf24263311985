package org.plumbline.server.rehab.pain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.server.training.BegunAnyway;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.SetQuestions;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Service;

/**
 * What whoever looks after people should read before anything else: sets stopped for sharp pain, and answers to the symptom questions
 * that led to a doctor or therapist. Callers have asked already whether pain is shared with the reader.
 */
@Service
public class PainNews {
    /** How far back a list or a summary looks, days: the usual period of a report. */
    public static final int DAYS = 28;

    private final SharpStopRepository stops;
    private final SymptomRepository checks;
    private final SetQuestions setQuestions;
    private final SymptomMoments said;

    PainNews(SharpStopRepository stops, SymptomRepository checks, SetQuestions setQuestions, SymptomMoments said) {
        this.said = said;
        this.stops = stops;
        this.checks = checks;
        this.setQuestions = setQuestions;
    }

    /**
     * One thing that was said.
     *
     * @param at when
     * @param words in plain words, with the day
     */
    public record Line(Instant at, String words) {}

    /** What was said from one day to another, the newest first, by person; a person of whom there is nothing is left out. */
    public Map<UUID, List<Line>> of(Collection<UUID> lifters, LocalDate from, LocalDate to) {
        Map<UUID, List<Line>> found = new HashMap<>();
        if (lifters.isEmpty()) {
            return found;
        }
        stops.between(lifters, from, to)
                .forEach((lifter, all) -> all.forEach(stop -> add(
                        found,
                        lifter,
                        stop.stoppedAt(),
                        Words.say(
                                stop.answered() ? "pain.news.stop" : "pain.news.stop.unanswered",
                                Moments.date(stop.day())))));
        checks.between(lifters, from, to).stream()
                .collect(Collectors.groupingBy(SymptomCheck::lifterId))
                .forEach((lifter, rounds) -> addAnswers(found, lifter, rounds));
        for (BegunAnyway begun : setQuestions.between(lifters, from, to)) {
            if (begun.question() == BegunAnyway.Question.TOLD) {
                add(
                        found,
                        begun.lifterId(),
                        begun.chosenAt(),
                        Words.say(
                                begun.simulated() ? "pain.news.begun.simulated" : "pain.news.begun",
                                Moments.date(begun.day()),
                                begun.sentence()));
            }
        }
        found.values()
                .forEach(lines -> lines.sort(Comparator.comparing(Line::at).reversed()));
        return found;
    }

    /** Rounds that led to somebody, each with the less grave one that followed it: that one takes nothing out of sight. */
    private void addAnswers(Map<UUID, List<Line>> found, UUID lifter, List<SymptomCheck> rounds) {
        List<SymptomCheck> inOrder = rounds.stream()
                .sorted(Comparator.comparing(SymptomCheck::saidAt))
                .toList();
        for (int i = 0; i < inOrder.size(); i++) {
            SymptomCheck check = inOrder.get(i);
            if (check.tier() == SymptomTier.NOTHING_TICKED) {
                continue;
            }
            String words = Words.say("pain.news.tier." + check.tier().word(), Moments.dateAndTime(check.saidAt()));
            boolean milder = i + 1 < inOrder.size()
                    && inOrder.get(i + 1).tier().level() < check.tier().level();
            add(found, lifter, check.saidAt(), milder ? words + " " + said.anew(check, inOrder.get(i + 1)) : words);
        }
    }

    private static void add(Map<UUID, List<Line>> found, UUID lifter, Instant at, String words) {
        found.computeIfAbsent(lifter, any -> new ArrayList<>()).add(new Line(at, words));
    }
}
