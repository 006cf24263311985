package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.calibration.CalibrationPlan;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.recording.RecordingEnd;
import org.plumbline.core.repetition.RepetitionPhase;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.spine.SpinePose;
import org.plumbline.core.testing.SimulatedSet;

/** A monitor with everything it said. */
final class MonitoredSet implements FormListener {
    record LiveFlag(FormFlag flag, int repetition) {}

    record Phase(RepetitionPhase phase, int repetition, double timeS) {}

    /** A hold as it was told; {@code untilS} NaN where its end was not. */
    record Hold(int repetition, double sinceS, double untilS, double toldS) {}

    final FormMonitor monitor;
    final List<SpinePose> poses = new ArrayList<>();
    final List<SetStage> stages = new ArrayList<>();
    final List<Phase> phases = new ArrayList<>();
    final List<Hold> holds = new ArrayList<>();
    final List<LiveFlag> flags = new ArrayList<>();
    final List<Cue> cues = new ArrayList<>();
    final List<AnalysisResult.Repetition> repetitions = new ArrayList<>();
    final List<RepetitionCurves> curves = new ArrayList<>();
    final List<String> messages = new ArrayList<>();

    MonitoredSet(MonitorSetup setup) {
        monitor = new FormMonitor(setup, this);
    }

    static MonitoredSet live(List<SensorDescription> sensors, String exercise) {
        return new MonitoredSet(MonitorSetup.live(sensors, exercise));
    }

    /** A simulated set, live: nothing marked, both sensors. */
    static MonitoredSet of(SimulationScript script) {
        SimulatedSet set = new SimulatedSet(script);
        return live(set.wearable().sensors(), script.exercise()).feed(set.samples());
    }

    static MonitorSetup planned(SimulatedSet set, String exercise, CalibrationPlan plan) {
        return new MonitorSetup(
                null, set.wearable().sensors(), exercise, plan, KnownPerson.UNKNOWN, RecordingEnd.UNKNOWN);
    }

    MonitoredSet feed(List<ImuSample> samples) {
        samples.forEach(monitor::accept);
        monitor.finish();
        return this;
    }

    AnalysisResult result() {
        return monitor.result();
    }

    int count() {
        return result().set().repetitionCount();
    }

    /** The level of a flag in the final result of a repetition (from 1), 0 where it is not flagged. */
    int level(int repetition, FlagName name) {
        for (FormFlag flag : result().repetitions().get(repetition - 1).flags()) {
            if (flag.flag() == name) {
                return flag.level();
            }
        }
        return 0;
    }

    /** The highest level of any flag in the final result of a repetition (from 1). */
    int level(int repetition) {
        int highest = 0;
        for (FormFlag flag : result().repetitions().get(repetition - 1).flags()) {
            highest = Math.max(highest, flag.level());
        }
        return highest;
    }

    List<String> allMessages() {
        List<String> all = new ArrayList<>(result().quality().messages());
        all.addAll(result().calibration().messages());
        return all;
    }

    @Override
    public void onPose(SpinePose pose, double heldSagDeg) {
        SpinePose copy = new SpinePose();
        copy.set(pose);
        poses.add(copy);
    }

    @Override
    public void onStage(SetStage stage, double timeS) {
        stages.add(stage);
    }

    @Override
    public void onPhase(RepetitionPhase phase, int repetitionNumber, double timeS) {
        phases.add(new Phase(phase, repetitionNumber, timeS));
    }

    @Override
    public void onHold(int repetitionNumber, double sinceS) {
        // one that is told anew goes on
        if (!holds.isEmpty() && Double.isNaN(holds.get(holds.size() - 1).untilS())) {
            holds.remove(holds.size() - 1);
        }
        holds.add(new Hold(repetitionNumber, sinceS, Double.NaN, nowS()));
    }

    @Override
    public void onHoldEnd(int repetitionNumber, double sinceS, double untilS) {
        Hold told = holds.remove(holds.size() - 1);
        assertEquals(told.repetition(), repetitionNumber, "what ends is what was told to begin");
        holds.add(new Hold(repetitionNumber, told.sinceS(), untilS, told.toldS()));
    }

    private double nowS() {
        return poses.get(poses.size() - 1).timeMicros * 1e-6;
    }

    @Override
    public void onFlag(FormFlag flag, int repetitionNumber) {
        flags.add(new LiveFlag(flag, repetitionNumber));
    }

    @Override
    public void onCue(Cue cue) {
        cues.add(cue);
    }

    @Override
    public void onRepetition(AnalysisResult.Repetition repetition, RepetitionCurves curves) {
        repetitions.add(repetition);
        this.curves.add(curves);
    }

    @Override
    public void onMessage(String message, double timeS) {
        messages.add(message);
    }
}
