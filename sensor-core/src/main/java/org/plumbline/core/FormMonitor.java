package org.plumbline.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.calibration.Calibration;
import org.plumbline.core.calibration.CalibrationFinder;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.calibration.CalibrationReport;
import org.plumbline.core.calibration.CalibrationWatch;
import org.plumbline.core.calibration.StoredCalibration;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.orientation.OrientationTick;

/**
 * The whole line for one lifter and one set: samples in, poses, repetitions, flags and cues out.
 *
 * <p>Samples come on one common clock, each sensor's in order of time; the sensors may be interleaved in any way that keeps
 * them within four tenths of a second of each other. Until the calibration stands, up to a minute of orientations is kept;
 * then it is run through the line, so that poses come late there but none is lost. A pure function of the samples and the
 * set-up: no clock, no threads, no randomness. One thread at a time.
 */
public final class FormMonitor implements ImuSampleSink {
    private final MonitorSetup setup;
    private final FormListener listener;
    private final TrunkSensors trunk;
    private final SensorInputs sensors;
    private final @Nullable CalibrationFinder finder;
    private final List<String> messages;
    private final Set<String> said = new HashSet<>();
    private @Nullable LiftingLine line;
    private SetStage stage = SetStage.STAND_STILL;
    private long firstMicros = Long.MIN_VALUE;
    private long lastMicros;
    private boolean finished;

    public FormMonitor(MonitorSetup setup, FormListener listener) {
        this.setup = setup;
        this.listener = listener;
        trunk = TrunkSensors.of(setup.sensors());
        sensors = new SensorInputs(setup.sensors(), trunk, this::onTick);
        finder = trunk.none()
                ? null
                : new CalibrationFinder(
                        trunk.placements(),
                        trunk.shallowestBowDeg(),
                        setup.plan(),
                        setup.person().calibration());
        messages = SetupRemarks.of(setup, trunk);
    }

    @Override
    public void accept(ImuSample sample) {
        if (finished || !sensors.take(sample)) {
            return;
        }
        if (firstMicros == Long.MIN_VALUE) {
            firstMicros = sample.timeMicros;
            for (String message : messages) {
                listener.onMessage(message, firstMicros * 1e-6);
            }
            listener.onStage(stage, firstMicros * 1e-6);
        }
        lastMicros = Math.max(lastMicros, sample.timeMicros);
        String wrong = sensors.judge(sample);
        if (wrong != null) {
            messages.add(wrong);
            say(wrong, lastMicros);
        }
        sensors.pass(sample);
    }

    private void onTick(OrientationTick tick) {
        if (line != null) {
            sensors.trust().leaveOut(tick);
            line.accept(tick);
        } else if (finder != null) {
            finder.accept(tick);
            if (finder.silentSensor() >= 0) {
                say(MissingSensor.late(trunk.placements().get(finder.silentSensor())), tick.timeMicros);
            }
            Calibration calibration = finder.calibration();
            if (calibration != null) {
                beginLifting(finder, calibration);
            } else {
                enter(stageOf(finder.stage()), tick.timeMicros);
            }
        }
    }

    /** Says what has not been said before. */
    private void say(String message, long timeMicros) {
        if (said.add(message)) {
            listener.onMessage(message, timeMicros * 1e-6);
        }
    }

    private static SetStage stageOf(CalibrationFinder.Stage stage) {
        switch (stage) {
            case STAND_STILL:
                return SetStage.STAND_STILL;
            case BOW:
                return SetStage.BOW;
            default:
                return SetStage.LIFTING;
        }
    }

    private void beginLifting(CalibrationFinder found, Calibration calibration) {
        for (String message : calibration.messages()) {
            say(message, lastMicros);
        }
        enter(SetStage.LIFTING, lastMicros);
        line = newLine(calibration);
        found.replayTo(line::accept);
        if (!found.bowsFoundInData()) {
            found.forget();
        }
    }

    private LiftingLine newLine(Calibration calibration) {
        FormLimits own = setup.person().limits();
        FormLimits limits = own == null ? FormLimits.defaultsFor(setup.profile()) : own;
        return new LiftingLine(
                setup.profile().leaningBy(trunk.leanShare()),
                limits,
                setup.person(),
                calibration,
                new CalibrationWatch(calibration, trunk.placements()),
                trunk.placements().get(0),
                trunk.see(setup.profile()),
                setup.plan().setToMicros(),
                sensors.trust(),
                listener,
                this::say);
    }

    private void enter(SetStage next, long timeMicros) {
        if (stage != next) {
            stage = next;
            listener.onStage(next, timeMicros * 1e-6);
        }
    }

    /** Ends the calibration stage: what follows is the set. For a lifter who skips the bows. */
    public void beginSet() {
        if (finder != null) {
            finder.beginSet(lastMicros);
        }
    }

    /** How a set ends. */
    private enum End {
        FINISHED,
        STOPPED,
        BROKEN_OFF
    }

    /**
     * The samples are over: ends the set as its recording says that it ended. Where it says nothing, an open repetition that is
     * complete enough is counted, the rest is let go.
     */
    public void finish() {
        switch (setup.end()) {
            case STOPPED:
                end(End.STOPPED);
                break;
            case INTERRUPTED:
                end(End.BROKEN_OFF);
                break;
            default:
                end(End.FINISHED);
        }
    }

    /** The lifter ends the set, wherever they are: what was not finished is no repetition, and stands beside them. */
    public void stop() {
        end(End.STOPPED);
    }

    /**
     * Ends a set that was broken off, not ended by the lifter: what was not finished is no repetition, and the bows before the
     * first one stay bows.
     */
    public void breakOff() {
        end(End.BROKEN_OFF);
    }

    private void end(End end) {
        if (finished) {
            return;
        }
        if (finder != null) {
            sensors.flush();
            if (end != End.BROKEN_OFF) {
                endLine(finder, end);
            } else if (line != null) {
                line.breakOff();
            }
        }
        finished = true;
        for (String remark : sensors.remarks(lastMicros)) {
            messages.add(remark);
            listener.onMessage(remark, lastMicros * 1e-6);
        }
        enter(SetStage.ENDED, lastMicros);
    }

    private void endLine(CalibrationFinder found, End end) {
        if (line == null) {
            found.finish();
            Calibration calibration = found.calibration();
            if (calibration != null) {
                beginLifting(found, calibration);
            }
        }
        if (line == null) {
            return;
        }
        if (end == End.STOPPED) {
            line.breakOff();
        } else {
            line.finish();
        }
        boolean lifted = !line.repetitions().isEmpty() || line.unfinished() != null;
        if (trunk.see(setup.profile()) && !lifted && found.bowsFoundInData()) {
            takeBowsAsSet(found);
        }
    }

    /** Nothing was lifted after what looked like bows: then they were the set. */
    private void takeBowsAsSet(CalibrationFinder found) {
        Calibration calibration = found.takeBowsAsSet();
        for (String message : calibration.messages()) {
            say(message, lastMicros);
        }
        line = newLine(calibration);
        found.replayTo(line::acceptAgain);
        line.finish();
    }

    /** What has been found so far; after {@link #finish} the final result. */
    public AnalysisResult result() {
        LiftingLine lifting = line;
        List<String> remarks = new ArrayList<>(messages);
        if (lifting != null) {
            remarks.addAll(lifting.silences());
        }
        return new AnalysisResult(
                new AnalysisResult.Recording(
                        setup.title(),
                        setup.profile().name(),
                        trunk.mode(),
                        firstMicros == Long.MIN_VALUE ? 0 : (lastMicros - firstMicros) * 1e-6),
                new AnalysisResult.Software(Algorithm.softwareVersion(), Algorithm.VERSION),
                new AnalysisResult.Quality(sensors.qualities(), List.copyOf(remarks)),
                calibrationSummary(),
                lifting == null ? List.of() : lifting.repetitions(),
                lifting == null ? List.of() : lifting.setAside(),
                lifting == null ? null : lifting.unfinished(),
                lifting == null ? new AnalysisResult.SetSummary(0, List.of(), null, null, null) : lifting.summary());
    }

    private AnalysisResult.CalibrationSummary calibrationSummary() {
        Calibration calibration = calibration();
        CalibrationReport report = calibrationReport();
        if (calibration == null || report == null) {
            return AnalysisResult.CalibrationSummary.none(
                    finished && !trunk.none() ? MissingSensor.whyNotCalibrated(trunk, sensors, finder) : null);
        }
        return AnalysisResult.CalibrationSummary.of(report, calibration.maxFlexionDeg());
    }

    private @Nullable Calibration calibration() {
        return finder == null ? null : finder.calibration();
    }

    /** How far the calibration can be trusted now; null while there is none. */
    private @Nullable CalibrationReport calibrationReport() {
        Calibration calibration = calibration();
        if (line != null) {
            return line.calibrationReport();
        }
        return calibration == null ? null : calibration.report();
    }

    /**
     * The calibration for later sets with the sensors left as they are, as old as it is now; null where there is none that
     * is worth keeping.
     */
    public @Nullable StoredCalibration calibrationToKeep() {
        Calibration calibration = calibration();
        LiftingLine lifting = line;
        if (calibration == null || lifting == null || sensors.trust().any()) {
            return null;
        }
        CalibrationGrade grade = lifting.calibrationReport().grade();
        return grade.compareTo(CalibrationGrade.FAIR) <= 0 ? calibration.toStored(lastMicros) : null;
    }

    /** Whether the two sensors look as if each sat in the other's place: then nothing between them is assessed. */
    public boolean sensorsLookSwapped() {
        CalibrationReport report = calibrationReport();
        return report != null && report.swapped();
    }
}
