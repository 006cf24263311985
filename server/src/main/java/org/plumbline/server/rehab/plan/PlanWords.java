package org.plumbline.server.rehab.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Metric;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.Moments;
import org.plumbline.server.web.Words;

/** What is planned, in words: one place, so that pages, the lifter's plan and the report say the same. */
public final class PlanWords {
    private PlanWords() {}

    /** A day, for example {@code 3 Nov 2026}. */
    public static String day(LocalDate day) {
        return Moments.date(day);
    }

    /** A moment, for example {@code 3 Nov 2026 14:05}: of sets, of which a day may have several. */
    public static String moment(Instant instant) {
        return Moments.dateAndTime(instant);
    }

    /** What is left out for now, and until when: {@code Squats, to be reviewed 3 Nov 2026}. */
    public static String leftOut(Restriction restriction) {
        return Words.say(
                restriction.expires() ? "plan.left-out.ends" : "plan.left-out.reviewed",
                restriction.what(),
                day(restriction.reviewOn()));
    }

    /** Before which exercises it is asked about: {@code Asked about before: Squat}, or that there is none and what to do about it. */
    public static String askedBefore(Restriction restriction) {
        Set<String> exercises = restriction.exercises();
        return exercises.isEmpty()
                ? Words.say("plan.restriction.asked.none")
                : Words.say(
                        "plan.restriction.asked",
                        ExerciseProfile.all().stream()
                                .map(ExerciseProfile::name)
                                .filter(exercises::contains)
                                .map(FormWords::exercise)
                                .collect(Collectors.joining(", ")));
    }

    /** Who did something, also where they are no longer here. */
    public static String who(@Nullable String name) {
        return name == null ? Words.say("plan.somebody") : name;
    }

    /** {@code Ines Therapist, 3 Nov 2026}. */
    public static String signed(Signature signature) {
        return who(signature.by()) + ", " + day(Days.of(signature.at()));
    }

    /** {@code 3 × 8}, or {@code 2 × 3 holds of 10 s}. */
    public static String dose(PrescribedWork work) {
        return dose(work.sets(), work.repetitions(), work.holdS());
    }

    static String dose(int sets, int repetitions, @Nullable Double holdS) {
        return holdS == null
                ? Words.say("plan.dose.repetitions", sets, repetitions)
                : Words.say("plan.dose.holds", sets, repetitions, number(holdS));
    }

    /** {@code 2–3 times a week}. */
    public static String frequency(PrescribedWork work) {
        return work.timesAWeekLeast() == work.timesAWeekMost()
                ? Words.say("plan.frequency", work.timesAWeekLeast())
                : Words.say("plan.frequency.range", work.timesAWeekLeast(), work.timesAWeekMost());
    }

    /** Days of a week done in full, and those done in part, beside the frequency: {@code done on 2 days, prescribed 2–3 times a week}. */
    static String daysDone(Adherence.Line line) {
        int inPart = line.daysInPart();
        String frequency = frequency(line.prescription().work());
        return inPart == 0
                ? Words.say("plan.days.done", line.daysDone(), frequency)
                : Words.say("plan.days.part", line.daysDone(), inPart, frequency);
    }

    /** How a week compares; what was too much on a day, or too heavy, stands beside it: {@code 2 days left, more than prescribed on one day}. */
    static String verdict(Adherence.Line line, LoadUnit unit) {
        List<String> said = new ArrayList<>();
        said.add(
                line.isMetByDaysAlone()
                        ? Words.say("plan.verdict.MET.days")
                        : Words.say("plan.verdict." + line.verdict(), line.daysLeft()));
        beyond(line, unit).ifPresent(said::add);
        return String.join(", ", said);
    }

    /** What was more than prescribed on days of a week, in sets, repetitions or load; empty where nothing was. */
    public static Optional<String> beyond(Adherence.Line line, LoadUnit unit) {
        List<String> said = new ArrayList<>();
        // a week that is more than prescribed as a whole says so already
        line.mostMore()
                .filter(most -> line.verdict() != Adherence.Verdict.MORE)
                .map(most -> Words.say("plan.days.more", line.daysMore(), most.repetitions(), most.prescribed()))
                .ifPresent(said::add);
        if (line.setsAboveCap() > 0) {
            said.add(above(line.setsAboveCap(), line.heaviestAboveCapKg(), unit));
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", said));
    }

    /** What was done on a day of a week. */
    static String done(Adherence.Day day, LoadUnit unit) {
        String said = Words.say("plan.day." + day.state(), day.sets(), day.repetitions());
        String more = day.more() ? ", " + Words.say("plan.day.more", day.prescribed()) : "";
        String above = day.setsAboveCap() > 0 ? ", " + above(day.setsAboveCap(), day.heaviestAboveCapKg(), unit) : "";
        return said + more + above;
    }

    private static String above(int sets, double heaviestKg, LoadUnit unit) {
        return Words.say("plan.sets.above.cap", sets, unit.format(heaviestKg));
    }

    /** {@code up to 60 kg}, or empty where no cap is set. */
    public static String cap(PrescribedWork work, LoadUnit unit) {
        return work.loadCapKg() == null ? "" : Words.say("plan.cap", unit.format(work.loadCapKg()));
    }

    /** {@code down 3 s, pause 1 s, up 2 s}; what is free is left out, and nothing is said where all is. */
    public static String tempo(PrescribedWork work) {
        List<String> parts = new ArrayList<>();
        part(parts, "plan.tempo.part.down", work.tempo().downS());
        part(parts, "plan.tempo.part.pause", work.tempo().pauseS());
        part(parts, "plan.tempo.part.up", work.tempo().upS());
        return String.join(", ", parts);
    }

    private static void part(List<String> parts, String key, @Nullable Double seconds) {
        if (seconds != null) {
            parts.add(Words.say(key, number(seconds)));
        }
    }

    /** The limits, each {@code Peak lumbar flexion at most 30°}. */
    public static List<String> limits(PrescribedWork work) {
        List<String> limits = new ArrayList<>();
        work.limits().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .forEach(limit -> limits.add(limit(limit.getKey(), limit.getValue())));
        return limits;
    }

    private static String limit(Metric metric, double most) {
        return Words.say("plan.limit", FormWords.metric(metric.jsonName()), FormWords.limit(most, metric.unit()));
    }

    /** Where limits, tempo and load are said in one line. */
    public static String how(PrescribedWork work, LoadUnit unit) {
        List<String> parts = new ArrayList<>();
        for (String part : List.of(cap(work, unit), tempo(work))) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        parts.addAll(limits(work));
        return String.join(" · ", parts);
    }

    /** A percentage with what it is of, or that nothing could be judged. */
    public static String share(Share share) {
        Integer percent = share.percent();
        return percent == null
                ? Words.say("plan.not.assessed")
                : Words.say("plan.share", percent, share.kept(), share.judged());
    }

    /** A range of motion: {@code 52° (3 bends, 50–54°)}, or why there is none. */
    public static String range(MotionRange range) {
        if (range.medianDeg() == null) {
            String why = range.notAssessed() == null
                    ? "not_seen"
                    : range.notAssessed().word();
            return Words.say("plan.motion.none", Words.say("plan.motion.none." + why));
        }
        return Words.say(
                "plan.motion.value",
                Math.round(range.medianDeg()),
                range.bends(),
                range.leastDeg() == null ? 0 : Math.round(range.leastDeg()),
                range.mostDeg() == null ? 0 : Math.round(range.mostDeg()));
    }

    /** What may be said of a change: never more than can be told apart. */
    public static String change(MotionChange change) {
        String key = "plan.motion." + change.kind().name().toLowerCase(Locale.ROOT);
        return Words.say(key, Math.round(Math.abs(change.byDeg())), Math.round(change.detectableDeg()));
    }

    /** A number without needless decimals. */
    public static String number(double value) {
        return value == Math.rint(value)
                ? String.valueOf(Math.round(value))
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
