package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.Metric;
import org.plumbline.core.form.TempoTarget;
import org.plumbline.server.account.AsSeen;
import org.plumbline.server.support.BothDatabases;
import org.plumbline.server.support.SamplePeople;
import org.plumbline.server.support.SetClock;
import org.plumbline.server.support.TestDatabase;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class KnownFormsTest {
    private static final String DEADLIFT = "deadlift";

    private static KnownForms forms(JdbcClient jdbc, PersonalLimits limits, BeforeSet preparer) {
        Clock clock = Clock.systemUTC();
        return new KnownForms(
                limits,
                new Baselines(new ApprovedRepetitionRepository(jdbc), new RepetitionRepository(jdbc), clock),
                new TempoTargets(jdbc, clock),
                new PlannedSets(new StaticListableBeanFactory().getBeanProvider(PlannedWork.class)),
                new StaticListableBeanFactory(Map.of("preparer", preparer)).getBeanProvider(BeforeSet.class));
    }

    @BothDatabases
    void aSetBeginsWithWhatStoodBeforeWhereItCannotBeBroughtUpToNow(TestDatabase database) {
        JdbcClient jdbc = database.jdbc();
        UUID therapist = SamplePeople.add(jdbc, "Tea");
        UUID lifter = SamplePeople.add(jdbc, "Ada");
        PersonalLimits limits = new PersonalLimits(
                new PersonalLimitRepository(jdbc), new AsSeen(jdbc, database.transaction()), Clock.systemUTC());
        limits.set(therapist, Capacity.THERAPIST, lifter, DEADLIFT, LimitValue.most(Metric.FLEXION_DOSE, 4500), null);

        KnownForm known = forms(jdbc, limits, (person, exercise) -> {
                    throw new IllegalArgumentException("no such limit");
                })
                .of(lifter, DEADLIFT, false);
        assertTrue(known.outdated());
        assertEquals(limits.of(lifter, DEADLIFT).orElseThrow(), known.limits());

        assertFalse(forms(jdbc, limits, (person, exercise) -> {})
                .of(lifter, DEADLIFT, false)
                .outdated());
    }

    @BothDatabases
    void aRecordingIsToldTheLimitsAndTheTempoThatStoodWhenItWasMade(TestDatabase database) {
        JdbcClient jdbc = database.jdbc();
        UUID coach = SamplePeople.add(jdbc, "Cay");
        UUID lifter = SamplePeople.add(jdbc, "Ada");
        SetClock clock = new SetClock(Instant.parse("2026-11-10T12:00:00Z"));
        PersonalLimits limits =
                new PersonalLimits(new PersonalLimitRepository(jdbc), new AsSeen(jdbc, database.transaction()), clock);
        TempoTargets tempos = new TempoTargets(jdbc, clock);
        limits.set(coach, Capacity.COACH, lifter, DEADLIFT, LimitValue.off(FormRule.ROUNDING), null);
        TempoTarget slow = new TempoTarget(3, Double.NaN, 1, Double.NaN);
        tempos.set(coach, Capacity.COACH, lifter, DEADLIFT, slow);
        clock.now = Instant.parse("2026-11-20T12:00:00Z");
        UUID brought = limits.set(
                        coach, Capacity.THERAPIST, lifter, DEADLIFT, LimitValue.most(Metric.FLEXION_DOSE, 4500), null)
                .id();
        tempos.end(coach, Capacity.COACH, lifter, DEADLIFT);
        KnownForms forms = forms(jdbc, limits, tempos, brought);

        assertEquals(
                KnownForm.NOTHING, forms.ofRecorded(lifter, DEADLIFT, false, Instant.parse("2026-11-01T12:00:00Z")));
        KnownForm between = forms.ofRecorded(lifter, DEADLIFT, false, Instant.parse("2026-11-15T12:00:00Z"));
        assertNull(between.limits().of(FormRule.ROUNDING), "it was switched off then");
        assertEquals(slow, between.tempo());
        assertEquals(
                Map.of(Metric.TRUNK_INCLINATION_PEAK, 50.0), between.limits().prescribed(), "the plan of that day");
        KnownForm after = forms.ofRecorded(lifter, DEADLIFT, false, Instant.parse("2026-11-21T12:00:00Z"));
        assertEquals(Map.of(), after.limits().prescribed(), "what a plan brought goes by the plan, which is over");
        assertNull(after.tempo());
    }

    private static KnownForms forms(JdbcClient jdbc, PersonalLimits limits, TempoTargets tempos, UUID brought) {
        BeforeSet preparer = new BeforeSet() {
            @Override
            public void prepare(UUID lifterId, String exercise) {
                throw new AssertionError("what stands now is not asked for");
            }

            @Override
            public Set<UUID> brought(UUID lifterId, String exercise) {
                return Set.of(brought);
            }
        };
        PlannedWork plan = new PlannedWork() {
            @Override
            public List<Today> today(UUID lifterId) {
                return List.of();
            }

            @Override
            public Function<Instant, Optional<Planned>> of(UUID lifterId, String exercise) {
                Instant from = Instant.parse("2026-11-12T00:00:00Z");
                Instant to = Instant.parse("2026-11-19T00:00:00Z");
                Planned planned = new Planned(
                        exercise, 3, 8, null, null, "3 × 8", Map.of(Metric.TRUNK_INCLINATION_PEAK, 50.0), null, "Tea");
                return begun -> begun.isAfter(from) && begun.isBefore(to) ? Optional.of(planned) : Optional.empty();
            }
        };
        return new KnownForms(
                limits,
                new Baselines(
                        new ApprovedRepetitionRepository(jdbc), new RepetitionRepository(jdbc), Clock.systemUTC()),
                tempos,
                new PlannedSets(new StaticListableBeanFactory(Map.of("plan", plan)).getBeanProvider(PlannedWork.class)),
                new StaticListableBeanFactory(Map.of("preparer", preparer)).getBeanProvider(BeforeSet.class));
    }
}
