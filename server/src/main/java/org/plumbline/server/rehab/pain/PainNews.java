package org.plumbline.server.rehab.pain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.server.training.Moments;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Service;

/**
 * What whoever looks after people should read before anything else: sets stopped for sharp pain, red pain, what was numb, and
 * answers to the symptom questions that led to a doctor or therapist. Callers have asked already whether pain is shared with the reader.
 */
@Service
public class PainNews {
    /** How far back a list or a summary looks, days: the usual period of a report. */
    public static final int DAYS = 28;

    private final SharpStopRepository stops;
    private final SymptomRepository checks;
    private final PainRepository entries;
    private final SymptomMoments said;

    PainNews(SharpStopRepository stops, SymptomRepository checks, PainRepository entries, SymptomMoments said) {
        this.entries = entries;
        this.said = said;
        this.stops = stops;
        this.checks = checks;
    }

    /** How soon somebody should read it, the most pressing first. */
    public enum Weight {
        EMERGENCY,
        SHARP_STOP,
        URGENT,
        NUMB,
        RED_DURING,
        RED_BEFORE,
        RED_OTHERWISE,
        ROUTINE;

        private static Weight of(SymptomTier tier) {
            return switch (tier) {
                case EMERGENCY -> EMERGENCY;
                case URGENT -> URGENT;
                case ROUTINE, NOTHING_TICKED -> ROUTINE;
            };
        }
    }

    /**
     * One thing that was said.
     *
     * @param at when
     * @param weight how soon it should be read
     * @param words in plain words, with the moment
     */
    public record Line(Instant at, Weight weight, String words) {}

    /**
     * What was said from one day to another, the most pressing first and of that the newest, by person; a person of whom there is nothing
     * is left out.
     */
    public Map<UUID, List<Line>> of(Collection<UUID> lifters, LocalDate from, LocalDate to) {
        Map<UUID, List<Line>> found = new HashMap<>();
        if (lifters.isEmpty()) {
            return found;
        }
        stops.between(lifters, from, to)
                .forEach((lifter, all) -> all.forEach(stop -> add(
                        found,
                        lifter,
                        new Line(
                                stop.stoppedAt(),
                                Weight.SHARP_STOP,
                                Words.say(
                                        stop.answered() ? "pain.news.stop" : "pain.news.stop.unanswered",
                                        Moments.dateAndTime(stop.stoppedAt()))))));
        checks.between(lifters, from, to).stream()
                .collect(Collectors.groupingBy(SymptomCheck::lifterId))
                .forEach((lifter, rounds) -> addAnswers(found, lifter, rounds));
        entries.red(lifters, from, to).stream()
                .collect(Collectors.groupingBy(
                        PainEntry::lifterId, Collectors.groupingBy(entry -> weight(entry.moment()))))
                .forEach((lifter, red) -> red.forEach((weight, some) -> add(found, lifter, line(weight, some))));
        entries.numb(lifters, from, to).stream()
                .collect(Collectors.groupingBy(PainEntry::lifterId))
                .forEach((lifter, numb) -> add(found, lifter, line(Weight.NUMB, numb)));
        found.values()
                .forEach(lines -> lines.sort(Comparator.comparing(Line::weight)
                        .thenComparing(Comparator.comparing(Line::at).reversed())));
        return found;
    }

    private static Weight weight(PainMoment red) {
        return switch (red) {
            case BEFORE -> Weight.RED_BEFORE;
            case DURING -> Weight.RED_DURING;
            case AFTER, HOURS_24, HOURS_48, HOURS_72, OTHER -> Weight.RED_OTHERWISE;
        };
    }

    /** The newest, and on how many days there was any: somebody whose pain is red for weeks is one line. */
    private static Line line(Weight weight, List<PainEntry> oldestFirst) {
        PainEntry newest = oldestFirst.get(oldestFirst.size() - 1);
        String words = Words.say(
                weight == Weight.NUMB ? "pain.news.numb" : "pain.news.red",
                Moments.dateAndTime(newest.saidAt()),
                newest.score(),
                Words.say("pain.moment." + newest.moment().word()));
        String masked = newest.maybeMasked() ? " " + Words.say("pain.news.masked") : "";
        long days = oldestFirst.stream().map(PainEntry::day).distinct().count();
        String often = days == 1 ? "" : " " + Words.say("pain.news.days", days);
        return new Line(newest.saidAt(), weight, words + masked + often);
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
            List<String> words = new ArrayList<>();
            words.add(Words.say("pain.news.tier." + check.tier().word(), Moments.dateAndTime(check.saidAt())));
            List<String> ticked = ticked(check);
            if (!ticked.isEmpty()) {
                words.add(Words.say("pain.news.ticked", String.join("; ", ticked)));
            }
            if (i + 1 < inOrder.size()
                    && inOrder.get(i + 1).tier().level() < check.tier().level()) {
                words.add(said.anew(check, inOrder.get(i + 1)));
            }
            add(found, lifter, new Line(check.saidAt(), Weight.of(check.tier()), String.join(" ", words)));
        }
    }

    /** What led there, in the words in which it was asked, the most pressing part first. */
    static List<String> ticked(SymptomCheck check) {
        Set<SymptomQuestion> ticked = EnumSet.noneOf(SymptomQuestion.class);
        check.answers().forEach((question, yes) -> {
            if (yes) {
                ticked.add(question);
            }
        });
        if (check.mechanism() == SymptomMechanism.FALL) {
            ticked.add(SymptomQuestion.BLOW_OR_FALL);
        }
        return ticked.stream()
                .map(question -> Words.say("symptoms.question." + question.word()))
                .toList();
    }

    private static void add(Map<UUID, List<Line>> found, UUID lifter, Line line) {
        found.computeIfAbsent(lifter, any -> new ArrayList<>()).add(line);
    }
}
