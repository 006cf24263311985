package org.plumbline.core.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.Cue;
import org.plumbline.core.FormListener;
import org.plumbline.core.RepetitionCurves;
import org.plumbline.core.SetStage;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.repetition.RepetitionPhase;
import org.plumbline.core.repetition.SetEndReason;
import org.plumbline.core.spine.SpinePose;

/**
 * What a monitor tells of a set and finds in it, as lines of text. They are held against those that
 * the same version of the algorithm told before; {@code -Dtold.write=true} writes them anew where it is another one.
 */
public final class ToldLines implements FormListener {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");
    private static final int POSES_APART = 200;
    private static final String WRITE = "told.write";

    private final List<String> movement = new ArrayList<>();
    private final List<String> form = new ArrayList<>();
    private final List<String> poses = new ArrayList<>();
    private final List<String> calibration = new ArrayList<>();
    private double sagSumDeg;
    private long posesTold;

    /** When which phase, repetition, hold and silence was told, and which repetitions there were in the end. */
    public List<String> movement() {
        return List.copyOf(movement);
    }

    /** What was measured, flagged and said of the repetitions, and what the set came to. */
    public List<String> form() {
        return List.copyOf(form);
    }

    /** The pose of every other second. */
    public List<String> poses() {
        return List.copyOf(poses);
    }

    /** What was said and found of the sensors and of how they sit on the body. */
    public List<String> calibration() {
        return List.copyOf(calibration);
    }

    /** Fails where the lines of a set are not those that stand in the file. */
    public static void assertAsBefore(String file, String set, List<String> lines) {
        Map<String, String> known = read(file);
        String text = String.join("\n", lines);
        if (Boolean.getBoolean(WRITE)) {
            known.put(set, text);
            write(file, known);
        }
        assertEquals(known.get(set), text, set);
    }

    private static Path source(String file) {
        return Path.of("src/test/resources/org/plumbline/core/testing").resolve(file);
    }

    private static Map<String, String> read(String file) {
        Map<String, String> sets = new LinkedHashMap<>();
        try (InputStream in = Boolean.getBoolean(WRITE)
                ? (Files.exists(source(file)) ? Files.newInputStream(source(file)) : InputStream.nullInputStream())
                : ToldLines.class.getResourceAsStream(file)) {
            for (String block : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^# ")) {
                int end = block.indexOf('\n');
                if (end >= 0) {
                    sets.put(block.substring(0, end), block.substring(end + 1).stripTrailing());
                }
            }
            return sets;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(String file, Map<String, String> sets) {
        try {
            Files.writeString(
                    source(file),
                    sets.entrySet().stream()
                            .map(set -> "# " + set.getKey() + "\n" + set.getValue() + "\n")
                            .collect(Collectors.joining("\n")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Numbers to six digits: what lies below is the arithmetic of the machine. */
    private static String rounded(Object told) {
        return NUMBER.matcher(String.valueOf(told)).replaceAll(number -> number(Double.parseDouble(number.group())));
    }

    private static String number(double value) {
        return Double.isNaN(value) || value == 0 ? String.valueOf(value) : String.format(Locale.ROOT, "%.6g", value);
    }

    /** The result of the set. */
    void found(AnalysisResult result) {
        calibration.add(rounded(result.calibration()));
        calibration.add(rounded(result.quality()));
        movement.add("counted " + result.set().repetitionCount());
        result.repetitions().stream()
                .map(ToldLines::times)
                .filter(one -> !movement.contains(one))
                .forEach(one -> movement.add("in the end " + one));
        result.setAside().forEach(one -> movement.add(rounded(one)));
        if (result.unfinished() != null) {
            AnalysisResult.Unfinished left = result.unfinished();
            movement.add(rounded("unfinished " + left.number() + " " + left.phase() + " " + left.startS() + " "
                    + left.stoppedS() + " " + left.lostFromS()));
            form.add(rounded("unfinished " + new TreeMap<>(left.metrics()) + new TreeMap<>(left.notAssessedBecause())));
        }
        // most are found in the end as they were told
        result.repetitions().stream()
                .map(ToldLines::measured)
                .filter(one -> !form.contains(one))
                .forEach(one -> form.add("in the end " + one));
        form.add(rounded(result.set()));
        if (sagSumDeg != 0) {
            form.add("sag while held, summed over the poses " + number(sagSumDeg));
        }
    }

    private static String times(AnalysisResult.Repetition one) {
        return rounded("repetition " + one.number() + " of set " + one.set() + ": " + one.startS() + " "
                + one.barBreakS() + " " + one.topS() + " " + one.endS() + ", " + one.eccentricS() + " " + one.bottomS()
                + " " + one.concentricS() + " " + one.topHoldS());
    }

    private static String measured(AnalysisResult.Repetition one) {
        return rounded("measured " + one.number() + " " + new TreeMap<>(one.metrics()) + " "
                + new TreeMap<>(one.notAssessedBecause()) + " " + one.quality() + " " + one.flags());
    }

    @Override
    public void onPose(SpinePose pose, double heldSagDeg) {
        if (posesTold++ % POSES_APART == 0) {
            poses.add(Stream.of(
                            pose.lumbarFlexionDeg,
                            pose.lateralBendDeg,
                            pose.axialRotationDeg,
                            pose.trunkInclinationDeg,
                            pose.pelvisTiltDeg,
                            pose.lumbarFlexionSigmaDeg,
                            pose.lateralBendSigmaDeg,
                            pose.axialRotationSigmaDeg,
                            pose.pelvisLateralLeanDeg,
                            pose.trunkLateralLeanDeg,
                            pose.trunkTurnDeg,
                            pose.verticalForceMs2,
                            pose.walkingShare)
                    .map(ToldLines::number)
                    .collect(Collectors.joining(" ", number(pose.timeMicros * 1e-6) + ": ", "")));
        }
        sagSumDeg += Double.isNaN(heldSagDeg) ? 0 : heldSagDeg;
    }

    @Override
    public void onPhase(RepetitionPhase phase, int repetitionNumber, double timeS) {
        movement.add(rounded(phase + " of " + repetitionNumber + " " + timeS));
    }

    @Override
    public void onStage(SetStage stage, double timeS) {
        calibration.add(rounded(stage + " " + timeS));
    }

    @Override
    public void onMessage(String message, double timeS) {
        calibration.add(rounded(timeS + ": " + message));
    }

    @Override
    public void onNext(int repetitionNumber, double timeS) {
        movement.add(rounded("next is " + repetitionNumber + " " + timeS));
    }

    @Override
    public void onHold(int repetitionNumber, double sinceS) {
        movement.add(rounded("hold " + repetitionNumber + " since " + sinceS));
    }

    @Override
    public void onHoldEnd(int repetitionNumber, double sinceS, double untilS) {
        movement.add(rounded("hold " + repetitionNumber + " since " + sinceS + " until " + untilS));
    }

    @Override
    public void onSilence(String message, double timeS) {
        movement.add(rounded(message + " " + timeS));
    }

    @Override
    public void onSetEnd(int setNumber, double timeS, SetEndReason reason) {
        movement.add(rounded("end of set " + setNumber + " " + timeS + " " + reason));
    }

    @Override
    public void onFlag(FormFlag flag, int repetitionNumber) {
        form.add(rounded("live " + repetitionNumber + " " + flag));
    }

    @Override
    public void onCue(Cue cue) {
        form.add(rounded(cue));
    }

    @Override
    public void onRepetition(AnalysisResult.Repetition repetition, RepetitionCurves curves) {
        movement.add(times(repetition));
        form.add(measured(repetition));
        form.add("curves " + repetition.number() + ": " + course(curves.lumbarFlexionDeg()) + "; "
                + course(curves.trunkInclinationDeg()) + "; " + course(curves.holdSagDeg()));
    }

    /** The course at each fifth of it. */
    private static String course(double[] curve) {
        return DoubleStream.iterate(0, at -> at < curve.length, at -> at + 20)
                .mapToObj(at -> String.format(Locale.ROOT, "%.2f", curve[(int) at]))
                .collect(Collectors.joining(" "));
    }
}
