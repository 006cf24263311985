package org.plumbline.server.rehab.pain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.server.training.SetHold;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Component;

/** What a sharp stop of the day, or answers that a doctor should hear, told a person about further sets. */
@Component
class PainHold implements SetHold {
    private final SymptomChecks symptoms;
    private final SharpStops stops;

    PainHold(SymptomChecks symptoms, SharpStops stops) {
        this.symptoms = symptoms;
        this.stops = stops;
    }

    @Override
    public Optional<Told> told(UUID lifterId, Instant now) {
        LocalDate today = now.atZone(ZoneId.systemDefault()).toLocalDate();
        Optional<SymptomCheck> standing = symptoms.standing(lifterId);
        Optional<Instant> stopped = Stream.concat(
                        stops.since(lifterId, today).stream().map(SharpStop::stoppedAt),
                        symptoms.last(lifterId).stream()
                                .filter(check -> check.because() == SymptomReason.STOP
                                        && check.day().equals(today))
                                .map(SymptomCheck::saidAt))
                .max(Instant::compareTo);
        if (standing.isPresent()) {
            SymptomCheck check = standing.get();
            Instant saidAt =
                    stopped.filter(stop -> stop.isAfter(check.saidAt())).orElse(check.saidAt());
            return Optional.of(new Told(saidAt, sentence(check.tier().word())));
        }
        return stopped.map(saidAt -> new Told(saidAt, sentence("stop")));
    }

    private static String sentence(String why) {
        return Words.say("pain.held." + why);
    }
}
