package org.plumbline.core.form;

/**
 * Durations a repetition is meant to have; NaN where a phase is free.
 *
 * @param eccentricS way down, s
 * @param bottomS dwell at the bottom, s
 * @param concentricS way up, s
 * @param topS dwell at the top, s
 */
public record TempoTarget(double eccentricS, double bottomS, double concentricS, double topS) {}
