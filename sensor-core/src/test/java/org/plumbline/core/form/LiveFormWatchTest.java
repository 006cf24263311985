package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.spine.SpinePose;

/** Pulls of one and a half seconds that follow a way down; the fault is written into the angles. */
class LiveFormWatchTest {
    private static final double BOTTOM_S = 4;
    private static final double TOP_S = 5.5;

    private FormBasis basis = FormBasis.of(FormLimits.defaultsFor(ExerciseProfile.DEADLIFT), CalibrationGrade.GOOD);
    private final List<FormFlag> flags = new ArrayList<>();

    private Fault bend = time -> 0;
    private Fault hipShift = time -> 0;
    private double[] expected = {Double.NaN, Double.NaN, 1};
    private Fault flexionSigma = time -> 0.5;
    private Fault rotationSigma = time -> 0.5;

    /** Lumbar flexion and axial rotation that come on top, by time. */
    private interface Fault {
        double atDeg(double timeS);
    }

    @Test
    void aCleanPullIsNotSpokenOf() {
        watch(time -> 0, time -> 0);
        assertEquals(List.of(), flags);
    }

    @Test
    void roundingIsSaidDuringThePullOnceForEachLevelItReaches() {
        watch(time -> 14 * share(time, BOTTOM_S, BOTTOM_S + 1), time -> 0);
        assertTrue(!flags.isEmpty());
        int level = 0;
        for (FormFlag flag : flags) {
            assertEquals(FlagName.ROUNDING_UNDER_LOAD, flag.flag());
            assertTrue(flag.level() > level, "rises");
            assertTrue(flag.value() >= flag.limit());
            assertTrue(flag.timeS() > BOTTOM_S && flag.timeS() < TOP_S, flag::toString);
            level = flag.level();
        }
        assertEquals(3, level);
    }

    @Test
    void aPeakOfATwentiethOfASecondIsNoCaution() {
        watch(time -> time > 4.6 && time < 4.65 ? 12 : 0, time -> 0);
        assertTrue(flags.stream().allMatch(flag -> flag.level() < 2), flags::toString);
    }

    @Test
    void aTwistDuringThePullIsSaidFromTenDegreesAsACaution() {
        watch(time -> 0, time -> 8.5 * share(time, 4.2, 4.8));
        assertEquals(List.of(1), flags.stream().map(FormFlag::level).toList());
        flags.clear();
        watch(time -> 0, time -> -11 * share(time, 4.2, 4.8));
        assertEquals(2, flags.get(flags.size() - 1).level());
        assertEquals(FlagName.TWIST_UNDER_LOAD, flags.get(0).flag());
    }

    @Test
    void flexingAndTurningBeforeThePullOrStandingAtTheTopIsNoFaultOfThePull() {
        watch(time -> 12 * share(time, 2, 3), time -> 15 * share(time, 2, 3));
        assertEquals(List.of(), flags);
        watch(time -> 0, time -> 20 * share(time, 7, 8));
        assertEquals(List.of(), flags, "turns when standing");
    }

    @Test
    void whatIsNotAssessedIsNotSaid() {
        watch(time -> Double.NaN, time -> Double.NaN);
        assertEquals(List.of(), flags);
    }

    @Test
    void aTwistThatTheHeadingErrorCouldBeIsNotSaid() {
        rotationSigma = time -> 1 + 7 * share(time, BOTTOM_S, TOP_S);
        watch(time -> 0, time -> -11 * share(time, 4.2, 5.4));
        assertTrue(flags.stream().allMatch(flag -> flag.timeS() < 5.1), "once the error is 5° nothing more is said");
        flags.clear();
        rotationSigma = time -> 8;
        watch(time -> 0, time -> -11 * share(time, 4.2, 5.4));
        assertEquals(2, flags.get(flags.size() - 1).level(), "an error that stays the same is none of the range");
    }

    @Test
    void roundingWithinItsErrorIsSaidWithLowConfidence() {
        flexionSigma = time -> 2.5;
        watch(time -> 7 * share(time, BOTTOM_S, BOTTOM_S + 1), time -> 0);
        assertTrue(!flags.isEmpty());
        flags.forEach(flag -> assertEquals(Confidence.LOW, flag.confidence()));
    }

    @Test
    void aLimitIsSaidWithinTheFilterAndTheDwellOfItsCrossing() {
        // 20° a second from the begin of the pull: 6° after 0.3 s
        watch(time -> 20 * Math.max(0, Math.min(0.5, time - 4.2)), time -> 0);
        FormFlag caution =
                flags.stream().filter(flag -> flag.level() == 2).findFirst().orElseThrow();
        assertEquals(4.5 + 0.019 + 0.05, caution.timeS(), 0.015);
    }

    @Test
    void hipsThatShiftBeforeThePullAreNoPull() {
        hipShift = time -> 3 * (share(time, 3.2, 3.4) - share(time, 3.5, 3.7));
        watch(time -> 0, time -> 0);
        assertEquals(List.of(), flags);
        watch(time -> 8 * share(time, 4.2, 4.6), time -> 0);
        assertEquals(2, flags.get(flags.size() - 1).level(), "the pull is watched all the same");
    }

    @Test
    void aSideBendOfTenDegreesIsACaution() {
        bend = time -> 11 * share(time, 4.2, 4.8);
        watch(time -> 0, time -> 0);
        assertEquals(FlagName.SIDE_BEND, flags.get(flags.size() - 1).flag());
        assertEquals(2, flags.get(flags.size() - 1).level());
    }

    @Test
    void aSideBendAndATwistAreSaidInEveryRepetitionThatHasThem() {
        Fault inBothPulls = time -> 11 * (share(time, 4.2, 4.8) - share(time, 6, 7) + share(time, 13.2, 13.8));
        bend = inBothPulls;
        watch(time -> 0, time -> 0);
        assertCautionInBothPulls(FlagName.SIDE_BEND);
        bend = time -> 0;
        flags.clear();
        watch(time -> 0, inBothPulls);
        assertCautionInBothPulls(FlagName.TWIST_UNDER_LOAD);
    }

    private void assertCautionInBothPulls(FlagName name) {
        List<FormFlag> cautions =
                flags.stream().filter(flag -> flag.level() == 2).toList();
        assertEquals(List.of(name, name), cautions.stream().map(FormFlag::flag).toList(), flags::toString);
        assertTrue(cautions.get(0).timeS() < TOP_S && cautions.get(1).timeS() > 13, flags::toString);
    }

    @Test
    void aPullThatSlowsBeyondTheUsualIsSaidOnTheWay() {
        expected = new double[] {56, 60, 2};
        watch(time -> 0, time -> 0);
        FormFlag flag = flags.get(0);
        assertEquals(FlagName.SPEED_LOSS, flag.flag());
        assertEquals(2, flag.level());
        assertTrue(flag.timeS() < TOP_S, flag::toString);
        flags.clear();
        expected = new double[] {56, 36, 3};
        watch(time -> 0, time -> 0);
        assertEquals(List.of(), flags, "as fast as ever");
    }

    @Test
    void aSquatWhoseBackRoundsWhileTheTrunkLeansOnIsSaidBeforeTheHipsHaveComeBack() {
        // 20° a second from the begin of the way up at 4 s: 6° after 0.3 s
        watchSquat(time -> 20 * Math.max(0, Math.min(0.6, time - 4)));
        FormFlag caution = flags.stream()
                .filter(flag -> flag.flag() == FlagName.ROUNDING_UNDER_LOAD && flag.level() == 2)
                .findFirst()
                .orElseThrow();
        assertEquals(4.3 + 0.019 + 0.05, caution.timeS(), 0.045);
    }

    @Test
    void aPelvisThatTucksWhileTheBodyGoesDownIsNoRounding() {
        watchSquat(time -> 12 * share(time, 2.9, 3.4) - 12 * share(time, 4, 4.5));
        assertTrue(flags.stream().noneMatch(flag -> flag.flag() == FlagName.ROUNDING_UNDER_LOAD), flags::toString);
    }

    /** Down from 2 to 3.5 s, up from 4 to 5.2 s, by half a metre; what the fault flexes, the pelvis tips back. */
    private void watchSquat(Fault flexion) {
        PoseHistory history = new PoseHistory();
        LiveFormWatch watch = new LiveFormWatch(
                history,
                FormBasis.of(FormLimits.defaultsFor(ExerciseProfile.SQUAT), CalibrationGrade.GOOD),
                ExerciseProfile.SQUAT,
                flags::add);
        SpinePose pose = new SpinePose();
        for (int tick = 0; tick < 600; tick++) {
            double time = tick / 100.0;
            double lean = smooth(time, 2, 3.5) - smooth(time, 4, 5.2);
            double fault = flexion.atDeg(time);
            pose.timeMicros = tick * 10_000L;
            pose.still = time < 2;
            pose.verticalForceMs2 = 9.81 - acceleration(time, 2, 3.5) + acceleration(time, 4, 5.2);
            pose.pelvisTiltDeg = 30 * lean - 0.3 * fault;
            pose.trunkInclinationDeg = 44 * lean + 0.7 * fault;
            // the back straightens late in the way up
            pose.lumbarFlexionDeg = 14 * (smooth(time, 2, 3.5) - smooth(time, 4.6, 5.2)) + fault;
            pose.axialRotationDeg = 0;
            pose.lateralBendDeg = 0;
            pose.lumbarFlexionSigmaDeg = 0.5;
            pose.axialRotationSigmaDeg = 0.5;
            pose.lateralBendSigmaDeg = 0.5;
            history.add(pose);
            watch.update();
        }
    }

    private static double smooth(double time, double from, double to) {
        double share = share(time, from, to);
        return share * share * share * (10 + share * (6 * share - 15));
    }

    /** Of half a metre of that course, m/s². */
    private static double acceleration(double time, double from, double to) {
        double share = share(time, from, to);
        return 0.5 * 60 * share * (1 - share) * (1 - 2 * share) / ((to - from) * (to - from));
    }

    @Test
    void theNextPullIsWatchedAnew() {
        watch(time -> 8 * (share(time, 4.2, 4.6) - share(time, 6, 7) + share(time, 13.2, 13.6)), time -> 0);
        assertEquals(2, flags.stream().filter(flag -> flag.level() == 2).count(), flags::toString);
        assertTrue(flags.get(flags.size() - 1).timeS() > 13);
    }

    @Test
    void howFarFromNeutralThePostureIsIsNotSaidWhereNeutralIsHardlyKnown() {
        FormLimits limits =
                FormLimits.defaultsFor(ExerciseProfile.DEADLIFT).prescribing(Metric.LUMBAR_FLEXION_PEAK, 20);
        Set<String> onNeutral = Set.of("lumbarFlexionPeakDeg", "pctMaxFlexion", "lockoutExtensionDeg");
        for (CalibrationGrade neutral : CalibrationGrade.values()) {
            flags.clear();
            basis = FormBasis.of(limits, CalibrationGrade.GOOD)
                    .withMaxFlexion(30)
                    .withNeutral(neutral);
            watch(time -> 8 * share(time, 4.2, 4.6) - 30 * share(time, 5, 5.4), time -> 0);
            Set<String> said = flags.stream().map(FormFlag::metric).collect(Collectors.toSet());
            assertTrue(said.contains("flexionGainLoadedDeg"), "a change needs no neutral");
            said.retainAll(onNeutral);
            boolean known = neutral == CalibrationGrade.GOOD || neutral == CalibrationGrade.FAIR;
            assertEquals(known ? onNeutral : Set.of(), said, neutral::name);
        }
    }

    /** Two pulls: down at 1 s, bottom from 3 to 4 s, up until 5.5 s; the same again nine seconds later. */
    private void watch(Fault flexion, Fault rotation) {
        PoseHistory history = new PoseHistory();
        LiveFormWatch watch = new LiveFormWatch(history, basis, ExerciseProfile.DEADLIFT, flags::add);
        watch.expect(expected[0], expected[1], (int) expected[2]);
        SpinePose pose = new SpinePose();
        for (int tick = 0; tick < 1800; tick++) {
            double time = tick / 100.0;
            double lean =
                    share(time, 1, 3) - share(time, BOTTOM_S, TOP_S) + share(time, 10, 12) - share(time, 13, 14.5);
            // the back straightens late in the pull
            double bent = share(time, 1, 3) - share(time, 5, TOP_S) + share(time, 10, 12) - share(time, 14, 14.5);
            pose.timeMicros = tick * 10_000L;
            pose.pelvisTiltDeg = 42 * lean - hipShift.atDeg(time);
            pose.trunkInclinationDeg = 70 * lean;
            pose.lumbarFlexionDeg = 28 * bent + flexion.atDeg(time);
            pose.axialRotationDeg = rotation.atDeg(time);
            pose.lateralBendDeg = bend.atDeg(time);
            pose.lumbarFlexionSigmaDeg = flexionSigma.atDeg(time);
            pose.axialRotationSigmaDeg = rotationSigma.atDeg(time);
            pose.lateralBendSigmaDeg = 0.5;
            history.add(pose);
            watch.update();
        }
    }

    private static double share(double time, double from, double to) {
        return Math.max(0, Math.min(1, (time - from) / (to - from)));
    }
}
