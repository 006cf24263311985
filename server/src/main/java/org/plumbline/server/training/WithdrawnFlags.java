package org.plumbline.server.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.FormFlag;
import org.plumbline.server.web.Spoken;
import org.plumbline.server.web.Words;

/**
 * What was said of a repetition while it ran and does not stand once it is measured: it is taken back in words, with the reason,
 * because a flag that vanishes looks like good form. A notice is not taken back, for nobody was told it aloud.
 */
public final class WithdrawnFlags {
    private static final int CAUTION = 2;

    private final List<Said> said = new ArrayList<>();

    private record Said(int repetition, FormFlag flag) {}

    /** Notes a flag as it is said. */
    public void said(int repetition, FormFlag flag) {
        if (flag.level() >= CAUTION
                && said.stream().noneMatch(one -> one.repetition == repetition && isSame(one.flag, flag))) {
            said.add(new Said(repetition, flag));
        }
    }

    /**
     * What does not stand of a repetition that was measured, one sentence each.
     *
     * @param result what is known of the set so far
     */
    public List<Spoken<String>> of(AnalysisResult.Repetition repetition, AnalysisResult result, LimitNames names) {
        List<Spoken<String>> sentences = new ArrayList<>();
        for (Said one : said) {
            if (one.repetition == repetition.number()
                    && repetition.flags().stream().noneMatch(flag -> isSame(flag, one.flag))) {
                sentences.add(Spoken.of(() -> Words.say(
                        "withdrawn",
                        one.repetition,
                        FormWords.title(one.flag, names),
                        why(repetition, result, one.flag))));
            }
        }
        said.removeIf(one -> one.repetition <= repetition.number());
        return sentences;
    }

    /** What was said of movements that are no repetition in the end. */
    public List<Spoken<String>> ofNoRepetition(LimitNames names) {
        List<Spoken<String>> sentences = said.stream()
                .map(one -> Spoken.of(() -> Words.say(
                        "withdrawn",
                        one.repetition,
                        FormWords.title(one.flag, names),
                        Words.say("withdrawn.no-repetition"))))
                .toList();
        said.clear();
        return sentences;
    }

    /** Whether a message of a set is one of these sentences. */
    public static boolean isSentence(String message) {
        return message.contains(Words.say("withdrawn.mark"));
    }

    private static String why(AnalysisResult.Repetition repetition, AnalysisResult result, FormFlag flag) {
        if (repetition.notAssessed().contains(flag.metric())) {
            return Words.say("withdrawn.not-assessed", FormWords.whyNotAssessed(result, repetition, flag.metric()));
        }
        @Nullable Double value = repetition.metrics().get(flag.metric());
        return value == null
                ? Words.say("withdrawn.unknown")
                : Words.say("withdrawn.within", FormWords.amountAmong(value, List.of(flag.limit()), flag.unit()));
    }

    private static boolean isSame(FormFlag one, FormFlag other) {
        return one.flag() == other.flag();
    }
}
