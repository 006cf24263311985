package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.plumbline.core.form.Metric;
import org.plumbline.server.account.AsSeen;
import org.plumbline.server.support.BothDatabases;
import org.plumbline.server.support.SamplePeople;
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
}
