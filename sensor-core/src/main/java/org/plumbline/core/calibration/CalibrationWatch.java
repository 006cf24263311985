package org.plumbline.core.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.orientation.OrientationTick;

/**
 * Watches during the set whether the calibration still holds: a sensor slips, two turn out to be swapped, or it grows old.
 * Allocates only where it has something to say.
 */
public final class CalibrationWatch {
    /** A calibration is renewed after twenty minutes (form-metrics, section 1), µs. */
    private static final long STALE_AFTER_MICROS = 20 * 60_000_000L;

    private final Calibration calibration;
    private final List<SensorPlacement> placements;
    private final SlipWatch slip;
    private final SwapEvidence swap = new SwapEvidence();
    private final List<String> messages = new ArrayList<>();
    private boolean swapped;
    private @Nullable String slipMessage;
    private @Nullable String staleMessage;

    /** @param placements where the sensors sit, in the order of the calibration */
    public CalibrationWatch(Calibration calibration, List<SensorPlacement> placements) {
        this.calibration = calibration;
        this.placements = List.copyOf(placements);
        slip = new SlipWatch(calibration);
        swapped = calibration.report().swapped();
    }

    /**
     * Takes the next tick.
     *
     * @param lowerDeg inclination of the lower segment, degrees; NaN where missing or there is none
     * @param upperDeg inclination of the upper segment, degrees
     * @return what is to be said now, or null
     */
    public @Nullable String accept(OrientationTick tick, double lowerDeg, double upperDeg) {
        slip.accept(tick);
        swap.add(lowerDeg, upperDeg);
        if (swap.isSwapped() && !swapped) {
            swapped = true;
            return say(CalibrationMaker.swappedMessage(placements));
        }
        if (slipMessage == null && slip.slippedSensor() >= 0) {
            slipMessage = String.format(
                    Locale.ROOT,
                    "The sensor %s looks to have slipped by %.0f°%s at about %.0f s: angles after that are off by as much"
                            + " and are given with little confidence or not at all. Fix it and calibrate anew before the next set.",
                    placements.get(slip.slippedSensor()).fileName(),
                    slip.slipDeg(),
                    placements.size() == 1 ? ", unless the stance is another than before," : "",
                    slip.slipMicros() * 1e-6);
            return say(slipMessage);
        }
        if (staleMessage == null && tick.timeMicros - calibration.report().madeMicros() > STALE_AFTER_MICROS) {
            staleMessage = "The calibration is more than 20 minutes old: sensors creep on the skin, so flags have low"
                    + " confidence from here. Calibrate anew before the next set.";
            return say(staleMessage);
        }
        return null;
    }

    private String say(String message) {
        messages.add(message);
        return message;
    }

    /** Whether nothing between the two sensors is to be assessed: they are swapped, or look so. */
    public boolean withholdsRelativeAngles() {
        return swapped || swap.isDoubtful();
    }

    /** By how much a sensor has slipped, or looks to have, degrees; 0 where none has. */
    public double slipDeg() {
        return slip.slipDeg();
    }

    /** Whether the calibration still is what it was: no slip, no swap, not stale. */
    public boolean holds() {
        return !swapped && slipMessage == null && staleMessage == null;
    }

    /** How far the calibration can be trusted now. */
    public CalibrationReport report() {
        CalibrationReport made = calibration.report();
        CalibrationPart neutral = made.neutral();
        CalibrationPart axis = made.axis();
        CalibrationPart maximum = made.maximum();
        if (staleMessage != null) {
            neutral = neutral.atMost(CalibrationGrade.POOR, staleMessage);
        }
        if (slipMessage != null) {
            neutral = neutral.atMost(CalibrationGrade.POOR, slipMessage);
            axis = axis.atMost(CalibrationGrade.POOR, slipMessage);
        }
        if (swapped && !made.swapped()) {
            String reason = CalibrationMaker.swappedMessage(placements);
            neutral = neutral.atMost(CalibrationGrade.POOR, reason);
            axis = axis.atMost(CalibrationGrade.NONE, reason);
            maximum = maximum.atMost(CalibrationGrade.NONE, reason);
        }
        List<String> all = new ArrayList<>(made.messages());
        all.addAll(messages);
        return new CalibrationReport(neutral, axis, maximum, swapped, made.madeMicros(), List.copyOf(all));
    }
}
