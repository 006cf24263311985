package org.plumbline.bench.orientation;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plumbline.bench.IndexedRecording;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.orientation.OrientationFilter;
import org.plumbline.core.orientation.OrientationParameters;
import org.plumbline.core.simulation.SensorConditions;
import org.plumbline.core.simulation.SessionScript;
import org.plumbline.core.simulation.SimulatedSession;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;

/** What each part and each choice of the live filter is worth: the same scenes with one thing changed. */
public final class AblationAccuracy {
    private static final long INTERVAL_MICROS = 10_000;
    private static final int SEEDS = 4;
    private static final double MINUTES = 5;
    private static final double SETTLING_S = 5;

    /** What is changed against the defaults: components of {@link OrientationParameters} and what they are multiplied by. */
    private record Variant(String name, Map<String, Double> factors) {}

    private static final List<Variant> VARIANTS = List.of(
            new Variant("as it is", Map.of()),
            new Variant("no self-calibration", Map.of("initialMatrixSigma", 0.0)),
            new Variant(
                    "specific force rotated with the orientation after the sample", Map.of("midIntervalWeight", 0.0)),
            new Variant("walking not told apart", Map.of("walkingVelocity", 0.0)),
            new Variant("zero velocity trusted four times more", Map.of("softZeroVelocity", 0.25)),
            new Variant("zero velocity trusted four times less", Map.of("softZeroVelocity", 4.0)),
            new Variant("rest says nothing", Map.of("restZeroVelocity", 400.0, "swayTime", 1e6)),
            new Variant("sway as short as a tenth of a second", Map.of("swayTime", 1 / 3.0)),
            new Variant("bias walk a third", Map.of("biasWalk", 1 / 3.0)),
            new Variant("bias walk three times", Map.of("biasWalk", 3.0)),
            new Variant("bias unsure by 1 °/s at the start", Map.of("initialBiasSigma", 1 / 0.3)),
            new Variant("matrix twice as unsure at the start", Map.of("initialMatrixSigma", 2.0)),
            new Variant("no noise that grows with the rate", Map.of("rateDependentNoise", 0.0)));

    private final Path data;
    private final PrintStream out;

    /** A board in the hand with its truth, at both rates. */
    private record Trial(ReferenceTrack reference, SensorSamples sensor, List<ImuSample> averaged) {}

    /** A sensor on a person with its truth. */
    private record OnPerson(ReferenceTrack up, SensorSamples sensor) {}

    /** Reads the recordings in {@code data} and prints to {@code out}. */
    public AblationAccuracy(Path data, PrintStream out) {
        this.data = data;
        this.out = out;
    }

    /** Prints the table. */
    public void print() throws IOException {
        List<Trial> trials = new ArrayList<>();
        List<OnPerson> people = new ArrayList<>();
        for (IndexedRecording recording : IndexedRecording.readIndex(data)) {
            Path file = data.resolve(recording.file());
            if (recording.dataSet().equals("broad")) {
                SensorSamples sensor = SensorSamples.read(file).get(0);
                trials.add(new Trial(
                        ReferenceTrack.ofMovingBoard(file),
                        sensor,
                        IntervalAverage.over(INTERVAL_MICROS, sensor.samples())));
            } else if (recording.dataSet().equals("trunk_imu_omc_debruijn")) {
                addPeople(file, people);
            }
        }
        out.println("## What the parts of the orientation filter are worth\n");
        out.println(Figures.row(
                "variant",
                "BROAD native, inclination",
                "total",
                "BROAD 100 Hz, inclination",
                "total",
                "sitting people, median inclination",
                "simulated sessions, inclination",
                "no frame lost"));
        out.println(Figures.rule(8));
        for (Variant variant : VARIANTS) {
            print(variant, trials, people);
        }
        out.println();
    }

    private static void addPeople(Path file, List<OnPerson> people) throws IOException {
        TrunkSidecar sidecar = TrunkSidecar.beside(file);
        ReferenceTable table = ReferenceTable.read(file, ".optical.csv.gz");
        List<SensorSamples> recorded = SensorSamples.read(file);
        for (String placement : List.of("thorax", "pelvis")) {
            if (sidecar.isClean(placement)) {
                people.add(new OnPerson(table.verticalOf(placement), SensorSamples.at(placement, recorded)));
            }
        }
    }

    private void print(Variant variant, List<Trial> trials, List<OnPerson> people) {
        OrientationParameters parameters = changed(variant.factors());
        NamedEstimator estimator = NamedEstimator.live(variant.name(), parameters);
        List<TrialScore> natives = new ArrayList<>();
        List<TrialScore> averaged = new ArrayList<>();
        for (Trial trial : trials) {
            natives.add(
                    score(estimator, trial.sensor().samples(), trial.sensor().nominalRateHz(), trial.reference()));
            averaged.add(score(estimator, trial.averaged(), 1e6 / INTERVAL_MICROS, trial.reference()));
        }
        double[] sitting = people.stream()
                .mapToDouble(person -> {
                    List<ImuSample> samples = person.sensor().samples();
                    EstimateTrack track =
                            estimator.track(samples, person.sensor().nominalRateHz());
                    return UpScore.of(samples, track, person.up(), 0).whole().rmsDeg();
                })
                .toArray();
        SensorConditions realistic = SensorConditions.realistic();
        out.println(Figures.row(
                variant.name(),
                Figures.degrees(
                        Figures.mean(natives.stream()
                                .mapToDouble(TrialScore::inclinationDeg)
                                .toArray()),
                        3),
                Figures.degrees(
                        Figures.mean(natives.stream()
                                .mapToDouble(TrialScore::totalDeg)
                                .toArray()),
                        2),
                Figures.degrees(
                        Figures.mean(averaged.stream()
                                .mapToDouble(TrialScore::inclinationDeg)
                                .toArray()),
                        3),
                Figures.degrees(
                        Figures.mean(averaged.stream()
                                .mapToDouble(TrialScore::totalDeg)
                                .toArray()),
                        2),
                Figures.degrees(Figures.median(sitting), 2),
                Figures.degrees(sessionsRmsDeg(parameters, realistic), 2),
                Figures.degrees(sessionsRmsDeg(parameters, realistic.withLostShare(0)), 2)));
    }

    private static TrialScore score(
            NamedEstimator estimator, List<ImuSample> samples, double rateHz, ReferenceTrack reference) {
        long[] stamps = samples.stream().mapToLong(sample -> sample.timeMicros).toArray();
        return TrialScore.of(stamps, estimator.track(samples, rateHz), reference, 0);
    }

    private static double sessionsRmsDeg(OrientationParameters parameters, SensorConditions sensors) {
        ErrorTally tally = new ErrorTally();
        double[] estimate = new double[4];
        double[] truth = new double[4];
        ImuSample sample = new ImuSample();
        for (int seed = 1; seed <= SEEDS; seed++) {
            String exercise = seed % 2 == 0 ? SimulationScript.SQUAT : SimulationScript.DEADLIFT;
            SimulatedWearable wearable =
                    new SimulatedSession(new SessionScript(exercise, MINUTES, seed, sensors)).wearable();
            OrientationFilter[] filters = {
                new OrientationFilter(sensors.rateHz(), parameters), new OrientationFilter(sensors.rateHz(), parameters)
            };
            while (wearable.next(sample)) {
                filters[sample.sensorIndex].update(sample);
                if (wearable.trueTimeS() > SETTLING_S) {
                    filters[sample.sensorIndex].copyOrientationTo(estimate);
                    wearable.trueOrientation(truth);
                    tally.add(OrientationError.of(estimate, truth).inclinationDeg(), Double.NaN);
                }
            }
        }
        return tally.rmsDeg();
    }

    /** The defaults with some components multiplied. */
    private static OrientationParameters changed(Map<String, Double> factors) {
        OrientationParameters defaults = OrientationParameters.defaults();
        try {
            RecordComponent[] components = OrientationParameters.class.getRecordComponents();
            Object[] values = new Object[components.length];
            Class<?>[] types = new Class<?>[components.length];
            int used = 0;
            for (int i = 0; i < components.length; i++) {
                double value = (double) components[i].getAccessor().invoke(defaults);
                Double factor = factors.get(components[i].getName());
                used += factor == null ? 0 : 1;
                values[i] = factor == null ? value : factor * value;
                types[i] = components[i].getType();
            }
            if (used != factors.size()) {
                throw new IllegalArgumentException("not all of " + factors.keySet() + " are parameters of the filter");
            }
            return OrientationParameters.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
