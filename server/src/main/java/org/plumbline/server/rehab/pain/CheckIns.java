package org.plumbline.server.rehab.pain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.AsSeen;
import org.springframework.stereotype.Service;

/** Check-ins before training. */
@Service
public class CheckIns {
    private final CheckInRepository checkIns;
    private final PainLog painLog;
    private final AsSeen seen;
    private final Clock clock;

    CheckIns(CheckInRepository checkIns, PainLog painLog, AsSeen seen, Clock clock) {
        this.checkIns = checkIns;
        this.painLog = painLog;
        this.seen = seen;
        this.clock = clock;
    }

    /** Today's check-in; empty where there is none yet. */
    public Optional<CheckIn> today(UUID lifterId) {
        return of(lifterId, painLog.today());
    }

    private Optional<CheckIn> of(UUID lifterId, LocalDate day) {
        return checkIns.of(lifterId, day).map(row -> with(row, painLog.findAll(lifterId, painOf(List.of(row)))));
    }

    /** The newest first. */
    public List<CheckIn> newest(UUID lifterId, int limit, int offset) {
        List<CheckInRepository.Row> rows = checkIns.newest(lifterId, limit, offset);
        Map<UUID, PainEntry> pains = painLog.findAll(lifterId, painOf(rows));
        return rows.stream().map(row -> with(row, pains)).toList();
    }

    /**
     * Keeps today's check-in in place of what was said before.
     *
     * @throws IllegalArgumentException where an answer is none; the message is for the person
     */
    public CheckIn keep(UUID lifterId, CheckInReport report) {
        return keep(lifterId, report, any -> true);
    }

    /**
     * The same from a form.
     *
     * @param mark the {@linkplain #mark mark} of the check-in that it was filled with
     * @throws AsSeen.ChangedException where another one stands by now
     */
    CheckIn keep(UUID lifterId, CheckInReport report, @Nullable String mark) {
        return keep(
                lifterId,
                report,
                now -> now.isEmpty()
                        || AsSeen.isOf(mark, said(now))
                        || said(now).says(report));
    }

    /** The {@linkplain AsSeen#mark mark} of a check-in, or of there being none. */
    static String mark(Optional<CheckIn> checkIn) {
        return AsSeen.mark(said(checkIn));
    }

    private static CheckInReport said(Optional<CheckIn> checkIn) {
        return checkIn.map(CheckInReport::of).orElse(CheckInReport.EMPTY);
    }

    private CheckIn keep(UUID lifterId, CheckInReport report, Predicate<Optional<CheckIn>> asSeen) {
        report.check();
        LocalDate day = painLog.today();
        return seen.write(lifterId, () -> of(lifterId, day), asSeen, now -> put(lifterId, day, report));
    }

    private CheckIn put(UUID lifterId, LocalDate day, CheckInReport report) {
        Optional<CheckInRepository.Row> before = checkIns.of(lifterId, day);
        @Nullable UUID painId = before.map(CheckInRepository.Row::painEntryId).orElse(null);
        PainReport pain = report.pain();
        @Nullable PainEntry entry = null;
        if (pain != null) {
            entry = painId == null ? painLog.add(lifterId, pain) : painLog.change(lifterId, painId, pain);
        } else if (painId != null) {
            painLog.remove(lifterId, painId);
        }
        CheckIn checkIn = new CheckIn(
                before.map(row -> row.checkIn().id()).orElseGet(UUID::randomUUID),
                lifterId,
                day,
                report.sleep(),
                report.stress(),
                report.soreness(),
                Boolean.TRUE.equals(report.painkiller()),
                entry,
                PainReport.note(report.note()),
                clock.instant());
        checkIns.put(checkIn);
        return checkIn;
    }

    private static List<UUID> painOf(List<CheckInRepository.Row> rows) {
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(row.painEntryId()))
                .toList();
    }

    private static CheckIn with(CheckInRepository.Row row, Map<UUID, PainEntry> pains) {
        CheckIn checkIn = row.checkIn();
        @Nullable UUID painId = row.painEntryId();
        @Nullable PainEntry pain = painId == null ? null : pains.get(painId);
        return new CheckIn(
                checkIn.id(),
                checkIn.lifterId(),
                checkIn.day(),
                checkIn.sleep(),
                checkIn.stress(),
                checkIn.soreness(),
                checkIn.painkiller(),
                pain,
                checkIn.note(),
                checkIn.saidAt());
    }
}
