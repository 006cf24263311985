package org.plumbline.server.rehab.pain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a person is, before training. One a day.
 *
 * @param id identity
 * @param lifterId whose it is
 * @param day the day, in the server's time zone
 * @param sleep 1 very poor to 5 very good, null where not answered
 * @param stress 1 none to 5 very much, null where not answered
 * @param soreness 1 none to 5 very much, null where not answered
 * @param painkiller whether one was taken
 * @param pain the pain of the check-in, null where not answered or taken back
 * @param note anything else, or null
 * @param saidAt when it was said last
 */
public record CheckIn(
        UUID id,
        UUID lifterId,
        LocalDate day,
        @Nullable Integer sleep,
        @Nullable Integer stress,
        @Nullable Integer soreness,
        boolean painkiller,
        @Nullable PainEntry pain,
        @Nullable String note,
        Instant saidAt) {}
