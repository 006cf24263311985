package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.core.form.FormBaseline;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.Metric;
import org.plumbline.core.form.TempoTarget;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;

/** What is known of a lifter reaches the set that is begun, and stays with it. */
class KnownFormIT {
    private static final RunningServer SERVER = RunningServer.shared();
    private static final String DEADLIFT = "deadlift";

    private final PersonalLimits limits = SERVER.bean(PersonalLimits.class);
    private final Baselines baselines = SERVER.bean(Baselines.class);
    private final TrainingLog log = SERVER.bean(TrainingLog.class);
    private Visitor lifter;
    private UUID me;
    private UUID coach;

    @BeforeEach
    void join() {
        lifter = SERVER.joined(Role.LIFTER);
        me = SERVER.personOf(lifter).id();
        coach = SERVER.personOf(SERVER.joined(Role.COACH)).id();
    }

    @Test
    void aLimitHoldsForTheNextSetAndTheOneBeforeKeepsItsOwn() throws IOException {
        UUID before = UploadedSets.rounded(lifter);
        assertTrue(isRounded(before), "the third repetition was rounded");
        UUID coachsLimit = limits.set(
                        coach, Capacity.COACH, me, DEADLIFT, rounding(Capacity.COACH, 60.0), "tall, long arms")
                .id();
        UUID after = UploadedSets.rounded(lifter);

        assertFalse(isRounded(after));
        assertEquals(
                60,
                log.find(after)
                        .orElseThrow()
                        .knownForm()
                        .limits()
                        .of(FormRule.ROUNDING)
                        .caution(),
                1e-9);
        StoredAnalysis analysis = SERVER.bean(StoredAnalysis.class);
        assertEquals(
                log.analysis(before).orElseThrow().repetitions(),
                analysis.analyze(log.find(before).orElseThrow()).result().repetitions());

        assertTrue(limits.end(coach, Capacity.COACH, me, coachsLimit));
        assertEquals(
                log.analysis(after).orElseThrow().repetitions(),
                analysis.analyze(log.find(after).orElseThrow()).result().repetitions(),
                "analysed again it still is what it was told");
        assertTrue(limits.of(me, DEADLIFT).isEmpty());
        PersonalLimit history = limits.history(me, DEADLIFT).get(0);
        assertEquals("tall, long arms", history.reason());
        assertTrue(history.setBy() != null && history.endedAt() != null, history.toString());
    }

    @Test
    void whoSetsALimitAgainReplacesItAndATherapistsStandsBeside() {
        limits.set(coach, Capacity.COACH, me, DEADLIFT, rounding(Capacity.COACH, 20.0), null);
        limits.set(me, Capacity.LIFTER, me, DEADLIFT, rounding(Capacity.LIFTER, 18.0), null);
        limits.set(coach, Capacity.THERAPIST, me, DEADLIFT, rounding(Capacity.THERAPIST, 5.0), null);
        assertEquals(2, limits.standing(me, DEADLIFT).size());
        assertEquals(3, limits.history(me, DEADLIFT).size());
        assertEquals(
                5, limits.of(me, DEADLIFT).orElseThrow().of(FormRule.ROUNDING).caution(), 1e-9);
        UUID therapists = limits.standing(me, DEADLIFT).stream()
                .filter(one -> one.setAs() == Capacity.THERAPIST)
                .findFirst()
                .orElseThrow()
                .id();
        assertFalse(limits.end(coach, Capacity.COACH, me, therapists), "a coach does not take a therapist's back");
        assertFalse(limits.end(coach, Capacity.THERAPIST, coach, therapists), "nor somebody else's");
    }

    @Test
    void aPreviewSaysWhatAChangedLimitWouldHaveFlaggedAndWritesNothing() {
        UUID set = UploadedSets.rounded(lifter);
        LimitPreviews previews = SERVER.bean(LimitPreviews.class);
        LimitValue asItStands = LimitValue.levels(FormRule.ROUNDING, 4.0, 6.0, 10.0, Capacity.COACH);
        LimitPreviews.Preview same = previews.preview(me, DEADLIFT, asItStands, Capacity.COACH, 10);
        assertEquals(UploadedSets.REPETITIONS, same.repetitions().size());
        assertEquals(1, same.flaggedBefore(), "the third");
        assertEquals(same.flaggedBefore(), same.flaggedAfter(), "the limits that stand give the flags that stand");

        LimitPreviews.Preview strict =
                previews.preview(me, DEADLIFT, LimitValue.most(Metric.LUMBAR_FLEXION_PEAK, 1), Capacity.THERAPIST, 10);
        assertEquals(UploadedSets.REPETITIONS, strict.flaggedAfter());
        LimitPreviews.Preview wide =
                previews.preview(me, DEADLIFT, LimitValue.off(FormRule.ROUNDING), Capacity.COACH, 10);
        LimitPreviews.Repetition third = wide.repetitions().get(2);
        assertTrue(third.before().stream().anyMatch(KnownFormIT::isRounding));
        assertTrue(third.after().stream().noneMatch(KnownFormIT::isRounding));
        assertTrue(limits.history(me, DEADLIFT).isEmpty());
    }

    @Test
    void aPreviewLeavesOutWhatOtherLimitsWouldFlag() {
        UploadedSets.rounded(lifter);
        limits.set(
                coach,
                Capacity.COACH,
                me,
                DEADLIFT,
                LimitValue.levels(FormRule.TWIST, 0.1, 0.2, 0.3, Capacity.COACH),
                null);
        LimitPreviews.Preview preview = SERVER.bean(LimitPreviews.class)
                .preview(me, DEADLIFT, LimitValue.off(FormRule.ROUNDING), Capacity.COACH, 10);
        assertEquals(0, preview.flaggedAfter(), "a twist since made strict is another limit's");
        List<LimitPreviews.Repetition> changed = preview.repetitions().stream()
                .filter(LimitPreviews.Repetition::isChanged)
                .toList();
        assertEquals(
                List.of(3),
                changed.stream().map(LimitPreviews.Repetition::number).toList());
        assertTrue(changed.get(0).before().stream().allMatch(KnownFormIT::isRounding));
        assertTrue(
                changed.get(0).changes().stream()
                        .noneMatch(change -> change.title().equals("Twist")),
                "nor does it come along");
    }

    @Test
    void approvedRepetitionsMakeTheBaselineOfTheNextSet() {
        UUID set = UploadedSets.clean(lifter);
        assertTrue(baselines.approve(coach, set, 1));
        assertTrue(baselines.of(me, DEADLIFT, false).isEmpty(), "one repetition has no spread");
        assertTrue(baselines.approve(coach, set, 2));
        assertTrue(baselines.approve(coach, set, 2), "once is enough");
        assertFalse(baselines.approve(coach, set, 99));
        assertEquals(Set.of(1, 2), baselines.numbersOf(set));
        FormBaseline baseline = baselines.of(me, DEADLIFT, false).orElseThrow();
        assertEquals(2, baseline.repetitions());
        assertTrue(baselines.of(me, DEADLIFT, true).isEmpty(), "not for simulated sets");

        UUID next = UploadedSets.rounded(lifter);
        assertEquals(baseline, log.find(next).orElseThrow().knownForm().baseline());
        assertTrue(log.repetitions(next).get(0).result().metrics().containsKey(Metric.BASELINE_DEVIATION.jsonName()));
        baselines.takeBack(set, 1);
        assertEquals(Set.of(2), baselines.numbersOf(set));
        assertEquals(baseline, log.find(next).orElseThrow().knownForm().baseline(), "the set keeps what it was told");
        assertTrue(SERVER.personOf(lifter).id().equals(me));
    }

    @Test
    void aTherapistsTempoHoldsAndReachesTheSet() {
        TempoTargets tempos = SERVER.bean(TempoTargets.class);
        tempos.set(coach, Capacity.COACH, me, DEADLIFT, new TempoTarget(2, Double.NaN, 1, Double.NaN));
        tempos.set(coach, Capacity.THERAPIST, me, DEADLIFT, new TempoTarget(9, Double.NaN, Double.NaN, Double.NaN));
        tempos.set(coach, Capacity.COACH, me, DEADLIFT, new TempoTarget(3, Double.NaN, 1, Double.NaN));
        assertEquals(9, tempos.of(me, DEADLIFT).orElseThrow().eccentricS(), 1e-9);
        UUID set = UploadedSets.clean(lifter);
        assertEquals(9, log.find(set).orElseThrow().knownForm().tempo().eccentricS(), 1e-9);
        assertTrue(log.flags(set).stream()
                .anyMatch(flag -> flag.flag().flag().jsonName().equals("tempo")));
        tempos.end(coach, Capacity.THERAPIST, me, DEADLIFT);
        assertEquals(3, tempos.of(me, DEADLIFT).orElseThrow().eccentricS(), 1e-9);
    }

    @Test
    void theLoadIsCorrectedAfterwardsAndWhatRestsOnItWithIt() {
        UUID set = UploadedSets.rounded(lifter);
        SetEfforts efforts = SERVER.bean(SetEfforts.class);
        Double dose = dose(set);
        say(efforts, set, "belt", 70.0);
        assertEquals(70, log.find(set).orElseThrow().loadKg(), 1e-9);
        assertEquals(new SetSaid(new Effort(8.5, 1), "belt", true, UploadedSets.LOAD_KG), efforts.of(set));
        SetSummary summary = SERVER.bean(SetSummaries.class).find(set).orElseThrow();
        assertEquals(new Effort(8.5, 1), summary.effort());
        assertEquals(70, summary.loadKg(), 1e-9);
        if (dose != null && dose > 0) {
            assertEquals(dose / 2, dose(set), 0.02);
        }
        say(efforts, set, null, UploadedSets.LOAD_KG);
        assertFalse(efforts.of(set).loadCorrected(), "back to what it was is no correction");
        assertNull(efforts.of(set).note());
        assertEquals(dose, dose(set));
    }

    private void say(SetEfforts efforts, UUID set, @Nullable String note, double loadKg) {
        String seen = efforts.mark(log.find(set).orElseThrow());
        efforts.say(seen, set, new Effort(8.5, 1), note, loadKg, LoadUnit.KG);
    }

    @Test
    void aDeletedSetIsGoneEverywhereUntilItIsBroughtBack() {
        UUID set = UploadedSets.rounded(lifter);
        baselines.approve(coach, set, 1);
        baselines.approve(coach, set, 2);
        SetSummaries summaries = SERVER.bean(SetSummaries.class);
        SetSummary before = summaries.find(set).orElseThrow();
        assertEquals(302, lifter.postForm("/sets/" + set + "/delete", "").statusCode());

        assertEquals(404, lifter.page("/sets/" + set).statusCode());
        assertEquals(404, lifter.get("/api/sets/" + set).statusCode());
        assertTrue(summaries.find(set).isEmpty());
        assertEquals(0, lifter.json("/api/sets").size());
        assertTrue(baselines.of(me, DEADLIFT, false).isEmpty());
        SERVER.bean(SummaryWriting.class).afterSingletonsInstantiated();
        assertTrue(summaries.find(set).isEmpty(), "nor does a restart bring it back");

        assertEquals(
                404,
                SERVER.joined(Role.LIFTER)
                        .postForm("/sets/" + set + "/restore", "")
                        .statusCode());
        assertEquals(302, lifter.postForm("/sets/" + set + "/restore", "").statusCode());
        assertEquals(before, summaries.find(set).orElseThrow());
        assertNotEquals(0, log.repetitions(set).size());
        assertTrue(baselines.of(me, DEADLIFT, false).isPresent());
    }

    private Double dose(UUID set) {
        return log.repetitions(set).get(2).result().metrics().get(Metric.FLEXION_DOSE.jsonName());
    }

    private static LimitValue rounding(Capacity as, double caution) {
        return LimitValue.levels(FormRule.ROUNDING, null, caution, null, as);
    }

    private static boolean isRounding(FormFlag flag) {
        return flag.flag() == FormRule.ROUNDING.flag();
    }

    private boolean isRounded(UUID set) {
        return log.repetitions(set).get(2).result().flags().stream().anyMatch(KnownFormIT::isRounding);
    }
}
