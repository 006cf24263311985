package org.plumbline.server.demo;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Metric;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.Settings;
import org.plumbline.server.rehab.pain.PainLog;
import org.plumbline.server.rehab.pain.PainMoment;
import org.plumbline.server.rehab.pain.PainReport;
import org.plumbline.server.rehab.plan.Draft;
import org.plumbline.server.rehab.plan.MotionTests;
import org.plumbline.server.rehab.plan.Phase;
import org.plumbline.server.rehab.plan.PrescribedWork;
import org.plumbline.server.rehab.plan.Prescribing;
import org.plumbline.server.rehab.plan.Tempo;
import org.plumbline.server.training.Activities;
import org.plumbline.server.training.Activity;
import org.plumbline.server.training.Baselines;
import org.plumbline.server.training.Effort;
import org.plumbline.server.training.NewSet;
import org.plumbline.server.training.PastSets;
import org.plumbline.server.training.SetSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * The month that the sample people have behind them. It is simulated and analysed while somebody looks around, the newest
 * session first; the demo need not wait for it. All of it belongs to sample people and goes with them.
 */
@Service
public class SampleMonth {
    private static final Logger LOG = LoggerFactory.getLogger(SampleMonth.class);
    private static final LocalTime EVENING = LocalTime.of(17, 30);
    /** Below the 6° from which a caution is given to everybody: a looser limit would change nothing. */
    private static final double GAIN_LIMIT_DEG = 5;

    /** Repetitions of a clean set that the coach called usual. */
    private static final int APPROVED = 3;

    private final PastSets sets;
    private final Baselines baselines;
    private final Activities activities;
    private final PainLog painLog;
    private final Prescribing prescribing;
    private final MotionTests motionTests;
    private final Settings settings;
    private final Clock clock;
    private @Nullable Thread worker;
    private volatile boolean stopped;
    private final AtomicInteger done = new AtomicInteger();
    private volatile int all;

    SampleMonth(
            PastSets sets,
            Baselines baselines,
            Activities activities,
            PainLog painLog,
            Prescribing prescribing,
            MotionTests motionTests,
            Settings settings,
            Clock clock) {
        this.settings = settings;
        this.sets = sets;
        this.baselines = baselines;
        this.activities = activities;
        this.painLog = painLog;
        this.prescribing = prescribing;
        this.motionTests = motionTests;
        this.clock = clock;
    }

    /**
     * How far the month is.
     *
     * @param done sets that are in the log
     * @param all sets it will have
     */
    public record Progress(int done, int all) {
        public boolean isComplete() {
            return done == all;
        }
    }

    /**
     * Begins to fill the month and returns at once.
     *
     * @param lifter whose month it is
     * @param others lifters with a few sessions each
     * @param coach who has looked after them
     * @param therapist who has prescribed the lifter something
     */
    public synchronized void start(Person lifter, List<Person> others, Person coach, Person therapist) {
        stop();
        stopped = false;
        List<Work> work = work(lifter, others, coach, therapist);
        done.set(0);
        settings.put(DemoDoor.MONTH, "filling");
        all = work.size();
        Thread thread = new Thread(() -> fill(work), "sample-month");
        thread.setDaemon(true);
        // whoever looks around goes first
        thread.setPriority(Thread.MIN_PRIORITY);
        worker = thread;
        thread.start();
    }

    public Progress progress() {
        return new Progress(done.get(), all);
    }

    /** Ends the filling; nothing is written any more when this returns. Also before the database is closed. */
    @PreDestroy
    public synchronized void stop() {
        stopped = true;
        Thread thread = worker;
        worker = null;
        if (thread != null) {
            try {
                thread.join();
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private interface Work {
        void run();
    }

    private void fill(List<Work> work) {
        try {
            for (Work one : work) {
                if (stopped) {
                    return;
                }
                one.run();
                done.incrementAndGet();
            }
            settings.put(DemoDoor.MONTH, "complete");
        } catch (RuntimeException failed) {
            LOG.warn("The sample month could not be filled further", failed);
        }
    }

    private List<Work> work(Person lifter, List<Person> others, Person coach, Person therapist) {
        List<Work> work = new ArrayList<>();
        work.add(() -> prescription(lifter, therapist));
        List<SampleTraining.SampleSession> month = SampleTraining.month();
        for (int i = 0; i < month.size(); i++) {
            // the usual comes from the second week: the lifter had found their form and was not yet tired of it
            add(work, lifter, month.get(i), i / 3 == 2 ? coach : null);
            SampleTraining.SampleSession session = month.get(i);
            int weeksAgo = i / 3;
            work.add(() -> pain(lifter, session, weeksAgo));
            if (i < others.size()) {
                Person other = others.get(i);
                SampleTraining.ofAnother(i + 1).forEach(one -> add(work, other, one, null));
            }
        }
        for (SampleTraining.SampleBends bends : SampleTraining.bends()) {
            work.add(() -> motion(lifter, therapist, bends));
        }
        work.add(() -> walks(lifter));
        return List.copyOf(work);
    }

    private void add(List<Work> work, Person lifter, SampleTraining.SampleSession session, @Nullable Person approving) {
        Instant begin = today().minusDays(session.daysAgo()).atTime(EVENING).toInstant(ZoneOffset.UTC);
        UUID[] id = new UUID[1];
        for (SampleTraining.SampleSet set : session.sets()) {
            work.add(() -> {
                if (id[0] == null) {
                    id[0] = sets.beginSession(lifter, begin);
                }
                Instant startedAt = begin.plusSeconds(60L * set.minute());
                PastSets.PastSet past = new PastSets.PastSet(
                        plan(set.script(), set.script().exercise(), set.loadKg()), startedAt, set.effort(), set.note());
                UUID kept = sets.keep(lifter, id[0], past, new SimulatedWearable(set.script())::next);
                if (approving != null && set.script().faults().isEmpty()) {
                    for (int repetition = 1; repetition <= APPROVED; repetition++) {
                        baselines.approve(approving.id(), kept, repetition);
                    }
                }
            });
        }
    }

    private static NewSet plan(SimulationScript script, String exercise, @Nullable Double loadKg) {
        RecordingHeader header = new RecordingHeader(
                null,
                exercise,
                null,
                loadKg,
                new SimulatedWearable(script).sensors(),
                List.of(),
                Map.of("simulated", "seed " + script.seed()));
        return new NewSet(exercise, null, SetSource.SIMULATED, false, true, loadKg, header);
    }

    /** A test of the range of motion, before the training of its day. */
    private void motion(Person lifter, Person therapist, SampleTraining.SampleBends bends) {
        Instant at = today().minusDays(bends.daysAgo())
                .atTime(EVENING.minusMinutes(30))
                .toInstant(ZoneOffset.UTC);
        NewSet plan = plan(bends.script(), MotionTests.EXERCISE, null);
        PastSets.PastSet past = new PastSets.PastSet(plan, at, Effort.NOT_SAID, null);
        UUID set = sets.keep(lifter, sets.beginSession(lifter, at), past, new SimulatedWearable(bends.script())::next);
        motionTests.record(therapist, lifter.id(), set, null);
    }

    private void prescription(Person lifter, Person therapist) {
        PrescribedWork work = new PrescribedWork(
                SimulationScript.DEADLIFT,
                3,
                5,
                null,
                100.0,
                Tempo.FREE,
                1,
                2,
                Map.of(Metric.FLEXION_GAIN_LOADED, GAIN_LIMIT_DEG),
                null,
                null);
        prescribing.prescribe(
                therapist, lifter.id(), new Draft(work, Phase.SUPERVISED, false, today().minusDays(28), null));
    }

    /** A little before and after each session, less from week to week. */
    private void pain(Person lifter, SampleTraining.SampleSession session, int weeksAgo) {
        Instant begin = today().minusDays(session.daysAgo()).atTime(EVENING).toInstant(ZoneOffset.UTC);
        painLog.addEarlier(lifter.id(), said(PainMoment.BEFORE, weeksAgo), begin.minusSeconds(15 * 60));
        painLog.addEarlier(lifter.id(), said(PainMoment.AFTER, weeksAgo + 1), begin.plusSeconds(45 * 60));
    }

    private static PainReport said(PainMoment moment, int score) {
        return new PainReport(
                moment.word(),
                score,
                score == 0 ? null : List.of("lower_back:middle"),
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null);
    }

    private void walks(Person lifter) {
        for (int day = 1; day < 28; day += 3) {
            activities.add(lifter.id(), Activity.Kind.WALKING, today().minusDays(day), 20 + day % 4 * 5, null, today());
        }
        activities.add(lifter.id(), Activity.Kind.MOBILITY, today().minusDays(3), 15, null, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
