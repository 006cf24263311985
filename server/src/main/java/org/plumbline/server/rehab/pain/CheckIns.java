package org.plumbline.server.rehab.pain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Check-ins before training. */
@Service
public class CheckIns {
    private final CheckInRepository checkIns;
    private final PainLog painLog;
    private final Clock clock;

    CheckIns(CheckInRepository checkIns, PainLog painLog, Clock clock) {
        this.checkIns = checkIns;
        this.painLog = painLog;
        this.clock = clock;
    }

    /** Today's check-in; empty where there is none yet. */
    public Optional<CheckIn> today(UUID lifterId) {
        return checkIns.of(lifterId, LocalDate.now(clock.withZone(ZoneId.systemDefault())))
                .map(row -> with(row, painLog.findAll(lifterId, painOf(List.of(row)))));
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
    @Transactional
    public CheckIn keep(UUID lifterId, CheckInReport report) {
        report.check();
        LocalDate day = LocalDate.now(clock.withZone(ZoneId.systemDefault()));
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
