package org.plumbline.server.rehab.pain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.PainBounds;
import org.plumbline.server.training.ProgressGate;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Component;

/** Holds back suggestions of more load while the pain log or the symptom questions speak against them. */
@Component
class PainGate implements ProgressGate {
    /** What is looked back at for prompts, days. */
    private static final int DAYS = 56;

    /** Answers older than this were acted on, or asked anew. */
    private static final Duration HEEDED = Duration.ofDays(14);

    private final PainLog log;
    private final SymptomChecks symptoms;
    private final SharpStops stops;

    PainGate(PainLog log, SymptomChecks symptoms, SharpStops stops) {
        this.log = log;
        this.symptoms = symptoms;
        this.stops = stops;
    }

    @Override
    public Optional<Hold> hold(UUID lifterId, String exercise, Instant now) {
        LocalDate day = now.atZone(ZoneId.systemDefault()).toLocalDate();
        List<PainEntry> entries = log.between(lifterId, day.minusDays(DAYS), day);
        PainBounds bounds = log.bounds(lifterId);
        List<PainPrompt> prompts = PainPrompt.of(log.direction(lifterId, day), entries, bounds);
        return reason(
                        prompts,
                        symptoms.standing(lifterId)
                                .or(() -> symptoms.last(lifterId))
                                .orElse(null),
                        stops.isUnanswered(lifterId),
                        now)
                .map(key -> new Hold(RecordKind.PAIN, Words.say(key, answer(entries, bounds))));
    }

    /** Which answer holds it, for the reason that names one: its score and when it was given. */
    private static Object[] answer(List<PainEntry> entries, PainBounds bounds) {
        return PainPrompt.redSince(entries, bounds)
                .map(red -> new Object[] {red.score(), Moments.dateAndTime(red.saidAt())})
                .orElseGet(() -> new Object[0]);
    }

    /**
     * Key of the reason; empty where nothing speaks against more load.
     *
     * @param last the answers that stand, or the last ones
     * @param stopped whether a set was stopped for sharp pain and the symptom questions were not answered since
     */
    static Optional<String> reason(
            List<PainPrompt> prompts, @Nullable SymptomCheck last, boolean stopped, Instant now) {
        if (stopped) {
            return Optional.of("pain.gate.stop");
        }
        if (last != null
                && (last.tier() == SymptomTier.EMERGENCY || last.tier() == SymptomTier.URGENT)
                && Duration.between(last.saidAt(), now).compareTo(HEEDED) <= 0) {
            return Optional.of("pain.gate.symptoms");
        }
        if (prompts.contains(PainPrompt.RED_SINCE)) {
            return Optional.of("pain.gate.answer");
        }
        return prompts.isEmpty() ? Optional.empty() : Optional.of("pain.gate.pain");
    }
}
