package org.plumbline.server.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.springframework.stereotype.Service;

/** Everybody who lifts or has just lifted and shares it with the viewer: who needs a look comes first. */
@Service
class Board {
    /** Who rested longer than this is not on the floor any more. */
    private static final Duration RESTING = Duration.ofMinutes(10);

    private static final int WATCHED = 10_000;

    private final LiveSets liveSets;
    private final RecordAccess access;
    private final Clock clock;
    private final Map<String, Boolean> written = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > WATCHED;
        }
    };

    Board(LiveSets liveSets, RecordAccess access, Clock clock) {
        this.liveSets = liveSets;
        this.access = access;
        this.clock = clock;
    }

    /** The board as it stands. Each set a viewer sees of another person is written down once. */
    List<BoardLine> of(Person viewer) {
        Instant now = clock.instant();
        Set<UUID> shared = access.sharedWith(viewer, RecordKind.FORM).stream()
                .map(Person::id)
                .collect(Collectors.toSet());
        List<LiveSet> seen = liveSets.newestOfAll().stream()
                .filter(set ->
                        shared.contains(set.lifter().id()) || set.lifter().id().equals(viewer.id()))
                .filter(set -> set.endedAt() == null || set.endedAt().isAfter(now.minus(RESTING)))
                .toList();
        seen.stream()
                .filter(set -> isNewTo(viewer, set))
                .forEach(set -> access.read(viewer, set.lifter().id(), RecordKind.FORM, "live_set"));
        return seen.stream()
                .map(set -> BoardLine.of(set, viewer, now))
                .sorted(Comparator.comparing((BoardLine line) -> line.stage().equals("ended"))
                        .thenComparing(line -> line.level() == null ? 0 : -line.level())
                        .thenComparing(line -> line.worst() == null ? 0 : -line.worst())
                        .thenComparing(BoardLine::lifter))
                .toList();
    }

    private synchronized boolean isNewTo(Person viewer, LiveSet set) {
        return written.put(viewer.id() + " " + set.id(), true) == null;
    }
}
