package org.plumbline.server.rehab.pain;

import java.time.LocalDate;

/**
 * A question that waits for an answer: how it was so many hours after training.
 *
 * @param aboutDay the day of training
 * @param moment {@code HOURS_24}, {@code HOURS_48} or {@code HOURS_72}
 */
public record FollowUp(LocalDate aboutDay, PainMoment moment) {}
