package org.plumbline.server.rehab.pain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.AsSeen;
import org.plumbline.server.training.PainBounds;
import org.plumbline.server.training.PainDirection;
import org.plumbline.server.training.PainSeries;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pain log of every person. Who may read it is checked by whoever asks. */
@Service
public class PainLog implements PainSeries {
    /** How long what was taken back can be put back. */
    private static final Duration KEPT = Duration.ofDays(1);

    /** Training older than this is not asked about any more. */
    private static final Duration ASKED_ABOUT = Duration.ofDays(5);

    /** What is looked at to say where pain goes. */
    private static final int DIRECTION_DAYS = PainDays.WEEK + PainDays.EARLIER;

    private final PainRepository entries;
    private final CheckInRepository checkIns;
    private final AsSeen seen;
    private final Clock clock;

    PainLog(PainRepository entries, CheckInRepository checkIns, AsSeen seen, Clock clock) {
        this.seen = seen;
        this.entries = entries;
        this.checkIns = checkIns;
        this.clock = clock;
    }

    /**
     * Keeps what a person says.
     *
     * @throws IllegalArgumentException where it cannot be understood; the message is for the person
     */
    @Transactional
    public PainEntry add(UUID lifterId, PainReport report) {
        PainEntry entry = entry(UUID.randomUUID(), lifterId, report, clock.instant(), today());
        entries.insert(entry);
        return entry;
    }

    /**
     * Keeps what a person said on an earlier day, for a record that is brought in whole.
     *
     * @throws IllegalArgumentException where it cannot be understood; the message is for the person
     */
    @Transactional
    public PainEntry addEarlier(UUID lifterId, PainReport report, Instant saidAt) {
        PainEntry entry =
                entry(UUID.randomUUID(), lifterId, report, saidAt, LocalDate.ofInstant(saidAt, ZoneId.systemDefault()));
        entries.insert(entry);
        return entry;
    }

    /** Puts a report in the place of an entry of the same person. */
    @Transactional
    PainEntry change(UUID lifterId, UUID id, PainReport report) {
        PainEntry entry = entry(id, lifterId, report, clock.instant(), today());
        entries.replace(entry);
        return entry;
    }

    private PainEntry entry(UUID id, UUID lifterId, PainReport report, Instant now, LocalDate day) {
        if (report.set() != null && !entries.isSetOf(lifterId, report.set())) {
            throw new IllegalArgumentException(Words.say("pain.set.unknown"));
        }
        if (report.aboutDay() != null && report.aboutDay().isAfter(day)) {
            throw new IllegalArgumentException(Words.say("pain.day.later"));
        }
        boolean masked = report.painkiller() == null
                ? checkIns.of(lifterId, day)
                        .map(row -> row.checkIn().painkiller())
                        .orElse(false)
                : report.painkiller();
        return new PainEntry(
                id,
                lifterId,
                now,
                day,
                Worded.ofWord(PainMoment.class, "moment", report.moment()).orElse(PainMoment.OTHER),
                report.scoreSaid(),
                report.placesSaid(),
                report.qualitiesSaid(),
                Worded.ofWord(PainOnset.class, "onset", report.onset()).orElse(null),
                Worded.ofWord(PainDuration.class, "duration", report.duration()).orElse(null),
                masked,
                report.set(),
                report.aboutDay(),
                PainReport.phrase(report.worseWith()),
                PainReport.phrase(report.easesWith()),
                PainReport.note(report.note()));
    }

    /** Takes an entry back; it can be put back for a day. False where the person has no such entry. */
    public boolean remove(UUID lifterId, UUID id) {
        return seen.write(lifterId, () -> {
            entries.forgetRemoved(lifterId, clock.instant().minus(KEPT));
            return entries.remove(lifterId, id, clock.instant());
        });
    }

    /** Puts an entry back that was taken back. */
    public boolean restore(UUID lifterId, UUID id) {
        return seen.write(lifterId, () -> entries.restore(lifterId, id));
    }

    public Optional<PainEntry> find(UUID lifterId, UUID id) {
        return entries.find(lifterId, id);
    }

    /** The entries of these identities that the person has. */
    Map<UUID, PainEntry> findAll(UUID lifterId, List<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : entries.findAll(lifterId, ids).stream().collect(Collectors.toMap(PainEntry::id, Function.identity()));
    }

    /** What was said on these days, oldest first. */
    public List<PainEntry> between(UUID lifterId, LocalDate from, LocalDate to) {
        return entries.between(lifterId, from, to);
    }

    /** The worst red score said before training that day; empty where none was. */
    Optional<PainEntry> redBefore(UUID lifterId, LocalDate day) {
        return entries.redBefore(List.of(lifterId), day, day).stream().max(Comparator.comparingInt(PainEntry::score));
    }

    /** The newest first. */
    public List<PainEntry> newest(UUID lifterId, int limit, int offset) {
        return entries.newest(lifterId, limit, offset);
    }

    /** The questions about earlier training that wait now. */
    public List<FollowUp> followUps(UUID lifterId) {
        Instant now = clock.instant();
        LocalDate since = today().minusDays(ASKED_ABOUT.toDays());
        return FollowUps.due(
                now,
                entries.trainingDays(lifterId, now.minus(ASKED_ABOUT), ZoneId.systemDefault()),
                entries.between(lifterId, since, today()),
                checkIns.soreDays(lifterId, since, FollowUps.SORE));
    }

    @Override
    public List<PainDay> days(UUID lifterId, LocalDate from, LocalDate to) {
        // the median of the first day looks at the week before it
        return PainDays.of(entries.between(lifterId, from.minusDays(PainDays.WEEK), to)).stream()
                .filter(day -> !day.day().isBefore(from))
                .toList();
    }

    @Override
    public PainDirection direction(UUID lifterId, LocalDate day) {
        return PainDays.direction(entries.between(lifterId, day.minusDays(DIRECTION_DAYS), day), day);
    }

    @Override
    public PainBounds bounds(UUID lifterId) {
        return entries.bounds(lifterId).orElse(PainBounds.USUAL);
    }

    /** Chooses other bounds for a person. */
    @Transactional
    public void chooseBounds(UUID lifterId, PainBounds bounds, UUID chosenBy) {
        entries.putBounds(lifterId, bounds, chosenBy, clock.instant());
    }

    /** Today, in the server's time zone. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.systemDefault()));
    }

    /** Whether the set is one of this person's; null is nobody's. */
    boolean isSetOf(UUID lifterId, @Nullable UUID setId) {
        return setId != null && entries.isSetOf(lifterId, setId);
    }
}
