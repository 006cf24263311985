package org.plumbline.server.training;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How each person wants to be spoken to while they lift. */
@Service
public class Cues {
    private final CueSettingsRepository settings;
    private final Clock clock;

    Cues(CueSettingsRepository settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** What a person has chosen, or what holds until they do. */
    public CueSettings of(UUID personId) {
        return settings.of(personId).orElse(CueSettings.USUAL);
    }

    @Transactional
    public void choose(UUID personId, CueSettings chosen) {
        settings.put(personId, chosen);
    }

    /** Which set of that exercise today a set is, from 1. */
    public int setOfDay(UUID setId, UUID lifterId, String exercise) {
        ZoneId zone = ZoneId.systemDefault();
        return 1
                + settings.setsBefore(
                        setId,
                        lifterId,
                        exercise,
                        LocalDate.now(clock.withZone(zone)).atStartOfDay(zone).toInstant());
    }
}
