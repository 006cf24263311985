package org.plumbline.server.rehab.pain;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was ticked. A part without a tick says nothing until "none of these" is ticked in it: silence is never read as no.
 *
 * @param yes the questions ticked
 * @param noneOf the parts in which "none of these" was ticked
 * @param mechanism how it began, or null where not answered
 */
public record SymptomAnswers(
        Set<SymptomQuestion> yes,
        Set<SymptomTier> noneOf,
        @Nullable SymptomMechanism mechanism) {
    /** The parts of the questions, the most pressing first. */
    public static final List<SymptomTier> PARTS =
            List.of(SymptomTier.EMERGENCY, SymptomTier.URGENT, SymptomTier.ROUTINE);

    public SymptomAnswers {
        yes = Set.copyOf(yes);
        noneOf = Set.copyOf(noneOf);
    }

    /** The parts without which nothing can be said yet: what follows a tick changes nothing any more. */
    public List<SymptomTier> missing() {
        return PARTS.stream()
                .takeWhile(part -> !hasYes(part))
                .filter(part -> !noneOf.contains(part))
                .toList();
    }

    /**
     * The most pressing tier; empty where a part that could change it is not answered. A tick in the emergency part needs no other
     * answer.
     */
    public Optional<SymptomTier> tier() {
        for (SymptomTier part : PARTS) {
            if (hasYes(part) || (part == SymptomTier.URGENT && mechanism == SymptomMechanism.FALL)) {
                return Optional.of(part);
            }
            if (!noneOf.contains(part)) {
                return Optional.empty();
            }
        }
        return Optional.of(SymptomTier.NOTHING_TICKED);
    }

    /** Every question that was answered, with its answer. */
    public Map<SymptomQuestion, Boolean> answered() {
        Map<SymptomQuestion, Boolean> answered = new LinkedHashMap<>();
        for (SymptomQuestion question : EnumSet.allOf(SymptomQuestion.class)) {
            if (yes.contains(question)) {
                answered.put(question, true);
            } else if (noneOf.contains(question.tier()) || hasYes(question.tier())) {
                answered.put(question, false);
            }
        }
        return answered;
    }

    private boolean hasYes(SymptomTier part) {
        return yes.stream().anyMatch(question -> question.tier() == part);
    }
}
