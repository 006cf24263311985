package org.plumbline.server.live;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.recording.RecordingFormat;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.Person;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.KeptCalibrations;
import org.plumbline.server.training.KnownExercise;
import org.plumbline.server.training.NewSet;
import org.plumbline.server.training.SetAccess;
import org.plumbline.server.training.SetQuestion;
import org.plumbline.server.training.SetQuestions;
import org.plumbline.server.training.SetSource;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.training.TrainingSet;
import org.plumbline.server.wearable.DiscoveredSensor;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.WearableLink;
import org.plumbline.server.wearable.replay.ReplayLink;
import org.plumbline.server.wearable.simulated.SimulatedLink;
import org.plumbline.server.wearable.station.SensorStation;
import org.plumbline.server.wearable.station.StationLink;
import org.plumbline.server.web.StorableText;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Service;

/** Starts the set a person asks for. The demo makes way for it. */
@Service
class LiveStarter {
    private static final String REPLAY_OF = "Replay of ";
    private static final String DEADLIFT = ExerciseProfile.DEADLIFT.name();

    private final LiveSets liveSets;
    private final DemoMode demo;
    private final TrainingLog log;
    private final SetAccess access;
    private final KeptCalibrations calibrations;
    private final SimulationProperties simulation;
    private final SetQuestions setQuestions;
    private final SensorStation station;
    private final Clock clock;

    LiveStarter(
            LiveSets liveSets,
            DemoMode demo,
            TrainingLog log,
            SetAccess access,
            KeptCalibrations calibrations,
            SimulationProperties simulation,
            SetQuestions setQuestions,
            SensorStation station,
            Clock clock) {
        this.liveSets = liveSets;
        this.demo = demo;
        this.log = log;
        this.access = access;
        this.calibrations = calibrations;
        this.simulation = simulation;
        this.setQuestions = setQuestions;
        this.station = station;
        this.clock = clock;
    }

    /**
     * Begins the set that a person asks for, once they have read what speaks against it.
     *
     * @param mayRead the questions that who asks may read, and answer
     * @throws UnansweredException where there is something they have not read
     * @throws IllegalArgumentException where the request cannot be followed; the message is for the person
     * @throws AlreadyLiftingException where another set runs
     */
    LiveSet start(Person you, StartRequest request, Predicate<SetQuestion> mayRead)
            throws LinkException, UnansweredException {
        String source = source(request);
        Readied readied = ready(you, request, source);
        List<SetQuestion> questions = questions(you, request, source);
        if (!questions.stream().allMatch(mayRead.and(request::answers))) {
            throw new UnansweredException(questions);
        }
        LiveSet begun = readied.begin();
        setQuestions.begunAnyway(questions, you.id(), begun.id(), begun.plan());
        return begun;
    }

    /**
     * Begins a set in the place of one that the person had just begun. Nothing is asked: what they read before that one, and no
     * more, stands for this one.
     *
     * @param replaced the set that was ended for this one
     * @param stays whether that set stays in the log
     * @throws IllegalArgumentException as {@link #start}
     */
    LiveSet startAnew(Person you, StartRequest request, UUID replaced, boolean stays) throws LinkException {
        LiveSet begun = ready(you, request, source(request)).begin();
        setQuestions.carryOver(replaced, stays, begun.id());
        return begun;
    }

    /** Whether a set of the demo runs that a set of this person would end. */
    boolean endsDemoSet(Person you) {
        return liveSets.newestOf(you.id())
                .filter(set -> set.isDemo() && !set.isOver())
                .isPresent();
    }

    /** Whether a calibration of today was kept of the sensors that this person wears. */
    boolean keepsCalibration(Person you) {
        List<DiscoveredSensor> worn = new StationLink(station, you.id()).placed();
        return calibrations.find(you.id(), LiveSet.addresses(worn)).isPresent();
    }

    private static String source(StartRequest request) {
        return or(request.source(), SimulatedLink.KIND).toLowerCase(Locale.ROOT);
    }

    /** A set as far as the request alone can tell, before anybody is asked; whether its sensors are there shows as it begins. */
    private interface Readied {
        LiveSet begin() throws LinkException;
    }

    private Readied ready(Person you, StartRequest request, String source) throws LinkException {
        return switch (source) {
            case SimulatedLink.KIND -> simulate(you, request);
            case StationLink.KIND -> wear(you, request);
            case ReplayLink.KIND -> replay(you, request);
            default -> throw new IllegalArgumentException(Words.say("live.start.source"));
        };
    }

    /** Nobody is asked before a replay, in which nobody lifts. */
    private List<SetQuestion> questions(Person you, StartRequest request, String source) {
        if (source.equals(ReplayLink.KIND) || (source.equals(StationLink.KIND) && station.isReplayed())) {
            return List.of();
        }
        boolean simulated = source.equals(SimulatedLink.KIND) || station.isSimulated();
        return setQuestions.questions(
                you.id(), or(request.exercise(), DEADLIFT), simulated, loadKg(request.load(), you), you.loadUnit());
    }

    private Readied simulate(Person you, StartRequest request) throws LinkException {
        SimulationRequest simulated = new SimulationRequest(
                or(request.exercise(), DEADLIFT),
                or(request.repetitions(), 8),
                or(request.seed(), clock.millis()),
                request.roundingRepetition(),
                request.twistRepetition(),
                or(request.driftDegPerRepetition(), 0.0),
                or(request.tiringPercent(), 0.0));
        SimulatedLink link = new SimulatedLink(simulated.script(), simulation.speed(), false);
        NewSet asked = simulated.newSet(loadKg(request.load(), you), false);
        NewSet plan =
                or(request.keptCalibration(), false) ? calibrated(asked, you, link.discover(Duration.ZERO)) : asked;
        return () -> begin(you, plan, link);
    }

    private LiveSet begin(Person you, NewSet plan, WearableLink link) throws LinkException {
        makeWay(you);
        return liveSets.start(you, plan, link, () -> {});
    }

    /** The demo lifts for its own lifter only. */
    private void makeWay(Person you) {
        if (you.sample()) {
            demo.pause();
        }
    }

    private NewSet calibrated(NewSet plan, Person lifter, List<DiscoveredSensor> sensors) {
        return plan.calibratedBy(calibrations
                .find(lifter.id(), LiveSet.addresses(sensors))
                .orElseThrow(() -> new IllegalArgumentException(Words.say("live.start.calibration"))));
    }

    /** The sensors the lifter wears. */
    private Readied wear(Person you, StartRequest request) {
        if (you.sample()) {
            throw new IllegalArgumentException(Words.say("live.start.demo"));
        }
        String exercise = KnownExercise.spelled(or(request.exercise(), DEADLIFT));
        @Nullable Double loadKg = loadKg(request.load(), you);
        return () -> wear(you, request, exercise, loadKg);
    }

    private LiveSet wear(Person you, StartRequest request, String exercise, @Nullable Double loadKg)
            throws LinkException {
        StationLink link = new StationLink(station, you.id());
        List<DiscoveredSensor> sensors = link.discover(Duration.ZERO);
        RecordingHeader header = new RecordingHeader(
                null,
                exercise,
                null,
                loadKg,
                sensors.stream().map(DiscoveredSensor::description).toList(),
                List.of(),
                station.isSimulated() ? Map.of("simulated", "simulated sensors") : Map.of("radio", station.radio()));
        SetSource source = station.isReplayed() ? SetSource.REPLAY : SetSource.SENSORS;
        NewSet plan = new NewSet(exercise, null, source, false, station.isSimulated(), loadKg, header);
        if (or(request.keptCalibration(), false)) {
            plan = calibrated(plan, you, sensors);
        }
        return begin(you, plan, link);
    }

    private Readied replay(Person you, StartRequest request) {
        if (request.set() == null) {
            throw new IllegalArgumentException(Words.say("live.start.replay"));
        }
        TrainingSet original = access.read(you, request.set());
        if (!original.lifterId().equals(you.id())) {
            // it would become a set of the viewer's, and stay when the lifter takes theirs away
            throw new IllegalArgumentException(Words.say("live.start.replay.own"));
        }
        NewSet plan = new NewSet(
                original.exercise(),
                replayTitle(original.title() == null ? FormWords.exercise(original.exercise()) : original.title()),
                SetSource.REPLAY,
                false,
                original.simulated(),
                original.loadKg(),
                original.endedHeader());
        ReplayLink link =
                new ReplayLink(original.header().sensors(), () -> log.samples(original)::next, speed(request.speed()));
        return () -> begin(you, plan, link);
    }

    /** What a replay of a set of that name is known by. */
    static String replayTitle(String name) {
        return name.startsWith(REPLAY_OF) ? name : StorableText.shortened(REPLAY_OF + name, NewSet.LONGEST_TITLE);
    }

    private static double speed(@Nullable String speed) {
        return switch (or(speed, "1").toLowerCase(Locale.ROOT)) {
            case "1" -> 1;
            case "4" -> 4;
            case "max" -> Double.POSITIVE_INFINITY;
            default -> throw new IllegalArgumentException(Words.say("live.start.speed"));
        };
    }

    private static @Nullable Double loadKg(@Nullable Double load, Person lifter) {
        if (load == null) {
            return null;
        }
        double loadKg = lifter.loadUnit().toKg(load);
        if (!(loadKg >= 0 && loadKg <= RecordingFormat.MAX_LOAD_KG)) {
            throw new IllegalArgumentException(
                    Words.say("live.start.load", lifter.loadUnit().format(RecordingFormat.MAX_LOAD_KG)));
        }
        lifter.loadUnit().checkShown(loadKg);
        return loadKg;
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
