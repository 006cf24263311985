package org.plumbline.server.rehab.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.server.rehab.pain.PainEntry;
import org.plumbline.server.rehab.pain.PainLog;
import org.plumbline.server.rehab.pain.PainNews;
import org.plumbline.server.rehab.pain.SharpStop;
import org.plumbline.server.rehab.pain.SharpStops;
import org.springframework.stereotype.Component;

/** The pain log as the plan looks at it. Whether the viewer may see it is asked before. */
@Component
class PainReadings {
    private final PainLog log;
    private final PainNews news;
    private final SharpStops stops;

    PainReadings(PainLog log, PainNews news, SharpStops stops) {
        this.stops = stops;
        this.log = log;
        this.news = news;
    }

    List<PainReading> of(UUID personId, LocalDate from, LocalDate to) {
        return log.between(personId, from, to).stream()
                .flatMap(PainReadings::reading)
                .toList();
    }

    /** The days from that one on with a set stopped for sharp pain. */
    Set<LocalDate> stopped(UUID personId, LocalDate from) {
        return stops.since(personId, from).stream().map(SharpStop::day).collect(Collectors.toSet());
    }

    /** What was said at any moment, also on days without a set, and by stopping. */
    PainNoted noted(UUID personId, LocalDate from, LocalDate to) {
        List<PainEntry> entries = log.between(personId, from, to);
        return new PainNoted(
                (int) entries.stream().map(PainEntry::trainingDay).distinct().count(),
                entries.stream().mapToInt(PainEntry::score).max().orElse(0),
                news.of(List.of(personId), from, to).getOrDefault(personId, List.of()).stream()
                        .map(PainNews.Line::words)
                        .toList());
    }

    private static Stream<PainReading> reading(PainEntry entry) {
        PainReading.Moment moment = switch (entry.moment()) {
            case BEFORE -> PainReading.Moment.BEFORE;
            case DURING -> PainReading.Moment.DURING;
            case AFTER -> PainReading.Moment.AFTER;
            case HOURS_24 -> PainReading.Moment.NEXT_DAY;
            case HOURS_48, HOURS_72, OTHER -> null;
        };
        return moment == null
                ? Stream.empty()
                : Stream.of(new PainReading(
                        entry.saidAt(),
                        entry.trainingDay(),
                        moment,
                        entry.setId(),
                        entry.score(),
                        entry.maybeMasked()));
    }
}
