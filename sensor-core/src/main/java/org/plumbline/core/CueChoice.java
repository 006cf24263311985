package org.plumbline.core;

import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;

/** Chooses what is said to a lifter: cautions only, one a repetition, and not again within two seconds. */
final class CueChoice {
    /** After a cue nothing is said for so long, s (anti-nuisance rule of the catalogue). */
    private static final double QUIET_S = 2;

    /** What is longer ago than this is not said any more: the lifter would take it for the repetition that runs, s. */
    private static final double STALE_S = 2;

    private int lastRepetition = -1;
    private double lastTimeS = Double.NEGATIVE_INFINITY;

    /**
     * The cue for a flag, or null where nothing is to be said.
     *
     * @param knownS when it could be known, s: as the limit was passed, or at the end of the repetition
     * @param nowS time of the newest pose, s
     */
    @Nullable
    Cue choose(FormFlag flag, int repetition, double knownS, double nowS) {
        boolean stale = nowS - knownS > STALE_S;
        if (flag.level() < 2 || stale || repetition == lastRepetition || nowS - lastTimeS < QUIET_S) {
            return null;
        }
        lastRepetition = repetition;
        lastTimeS = nowS;
        return new Cue(flag.flag(), flag.level(), word(flag), repetition, flag.timeS());
    }

    private static String word(FormFlag flag) {
        String ofMetric = wordOfMetric(flag);
        return ofMetric == null ? word(flag.flag()) : ofMetric;
    }

    /** A flag may rest on more than one metric, each with a word of its own; null where that of the flag fits. */
    private static @Nullable String wordOfMetric(FormFlag flag) {
        switch (flag.flag()) {
            case NEUTRAL_LOST:
                return flag.metric().equals(Metric.LUMBAR_FLEXION_RANGE.jsonName()) ? "back still" : null;
            case MOMENTUM:
                return flag.metric().equals(Metric.TRUNK_INCLINATION_RANGE.jsonName()) ? "less swing" : null;
            case TRUNK_DEVIATION:
                return flag.metric().equals(Metric.HOLD_SAG.jsonName()) ? "hold steady" : null;
            default:
                return null;
        }
    }

    private static String word(FlagName flag) {
        switch (flag) {
            case ROUNDING_UNDER_LOAD:
                return "brace";
            case DEEP_FLEXION:
                return "less bend";
            case FLEXION_DRIFT:
                return "chest up";
            case BASELINE_DEVIATION:
                return "your usual";
            case NEUTRAL_LOST:
            case PELVIC_TUCK:
                return "less deep";
            case TWIST_UNDER_LOAD:
                return "square up";
            case SIDE_BEND:
                return "even out";
            case FLEXION_WITH_TWIST:
                return "straighten";
            case MOMENTUM:
                return "smooth";
            case TEMPO:
                return "mind tempo";
            case SPEED_LOSS:
                return "slowing";
            case FORM_BREAKDOWN:
                return "reset";
            case RANGE_LOSS:
                return "full range";
            case LOCKOUT_EXTENSION:
                return "ribs down";
            case HIP_SHOOT:
                return "hips down";
            case REHAB_LIMIT:
                return "your limit";
            case TRUNK_DEVIATION:
                return "trunk steady";
            case QUALITY:
                return "check sensor";
            default:
                return "check form";
        }
    }
}
