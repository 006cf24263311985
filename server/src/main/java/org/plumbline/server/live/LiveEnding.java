package org.plumbline.server.live;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.calibration.StoredCalibration;
import org.plumbline.server.training.FormLine;
import org.plumbline.server.training.NewSet;
import org.plumbline.server.training.SetRecorder;
import org.plumbline.server.training.SetSource;
import org.plumbline.server.training.SetState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a set that has left its owner: the last of the analysis, the log, and the calibration for later sets. One thread. */
final class LiveEnding {
    private static final Logger LOG = LoggerFactory.getLogger(LiveEnding.class);
    private static final long TELL_NANOS = 1_000_000_000L;

    private final SetRecorder recorder;
    private final LiveTelling telling;
    private final NewSet plan;
    private final BiConsumer<String, StoredCalibration> keeper;
    private boolean calibrationSeenTo;

    /** @param keeper takes the calibration for later sets, with the addresses of the sensors it is of */
    LiveEnding(SetRecorder recorder, LiveTelling telling, NewSet plan, BiConsumer<String, StoredCalibration> keeper) {
        this.recorder = recorder;
        this.telling = telling;
        this.plan = plan;
        this.keeper = keeper;
    }

    /**
     * Analyses to the end, writes it and tells it.
     *
     * @param sensors addresses of the sensors
     */
    void finish(FormLine line, SetState wanted, String sensors) {
        SetState end = wanted;
        @Nullable AnalysisResult result = null;
        try {
            result = line.finish(wanted, plan.source());
            telling.found(result);
        } catch (RuntimeException broken) {
            LOG.error("Set {} could not be finished", recorder.setId(), broken);
            end = SetState.INTERRUPTED;
        }
        telling.ended();
        if (recorder.end(end, result)) {
            keepCalibration(line, sensors);
        }
        telling.trouble();
    }

    /** The set is over, the database does not answer: goes on saying so until it does. */
    void tellUntilSaved(FormLine line, String sensors) {
        if (calibrationSeenTo) {
            return;
        }
        while (!recorder.awaitSaved(TELL_NANOS)) {
            if (recorder.isLeft() || Thread.currentThread().isInterrupted()) {
                return;
            }
            telling.trouble();
        }
        keepCalibration(line, sensors);
        telling.trouble();
    }

    private void keepCalibration(FormLine line, String sensors) {
        calibrationSeenTo = true;
        @Nullable StoredCalibration calibration = plan.source() == SetSource.REPLAY ? null : line.calibrationToKeep();
        if (calibration == null) {
            return;
        }
        try {
            keeper.accept(sensors, calibration);
        } catch (RuntimeException unwritten) {
            LOG.warn("The calibration of set {} could not be kept for later sets", recorder.setId(), unwritten);
        }
    }
}
