package org.plumbline.server.training;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The pain log, for those who may not know who keeps it: charts, and suggestions that wait while pain rises. Whoever asks has
 * checked that the reader may read pain.
 */
public interface PainSeries {
    /** Days of the server's time zone on which something was said, oldest first. */
    List<PainDay> days(UUID lifterId, LocalDate from, LocalDate to);

    /** Where pain goes as of that day. */
    PainDirection direction(UUID lifterId, LocalDate day);

    /** The bounds of the traffic light for this person. */
    PainBounds bounds(UUID lifterId);

    /**
     * A day of the pain log.
     *
     * @param day the day
     * @param worst the highest score of the day, 0 to 10
     * @param medianOfWeek median of the daily highest scores of this day and the six before it; null with fewer than three
     *     of them
     * @param maybeMasked whether a painkiller had been taken at any entry of the day
     */
    record PainDay(LocalDate day, int worst, @Nullable Double medianOfWeek, boolean maybeMasked) {}
}
