package org.plumbline.server.training;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.repetition.RepetitionCorrections;
import org.plumbline.server.account.Person;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a person correct the count of a set that is over. The samples stay; the set is analysed again with what the person
 * said, and the results take the place of the old ones in one transaction. One correction of a set at a time.
 */
@Service
public class SetCorrections {
    private final SetRepository sets;
    private final CorrectionRepository corrections;
    private final SampleRepository samples;
    private final Reanalysis reanalysis;
    private final SummaryWriting summaries;
    private final AnalysisTurns turns;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SetCorrections(
            SetRepository sets,
            CorrectionRepository corrections,
            SampleRepository samples,
            Reanalysis reanalysis,
            SummaryWriting summaries,
            AnalysisTurns turns,
            TransactionTemplate transaction,
            Clock clock) {
        this.sets = sets;
        this.corrections = corrections;
        this.samples = samples;
        this.reanalysis = reanalysis;
        this.summaries = summaries;
        this.turns = turns;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The corrections of a set, in the order of the movements they speak of. */
    public List<Correction> of(UUID setId) {
        return corrections.of(setId);
    }

    /**
     * Corrects the count. Whoever says the opposite of an earlier correction takes that one back.
     *
     * @param timeS any moment within the movement, seconds on the set's clock
     * @return the correction, or empty where it took another back
     * @throws CorrectionRefusedException where no such movement is found or the set still runs
     */
    public Optional<Correction> correct(UUID setId, CorrectionKind kind, double timeS, Person by) {
        return turns.alone(setId, () -> correctAlone(setId, kind, timeS, by));
    }

    private Optional<Correction> correctAlone(UUID setId, CorrectionKind kind, double timeS, Person by) {
        TrainingSet set = ended(setId);
        Movement movement = movement(setId, kind, timeS);
        List<Correction> standing = corrections.of(setId);
        Optional<Correction> opposite = standing.stream()
                .filter(other -> other.kind() != kind && other.isOf(movement.startS(), movement.endS()))
                .findFirst();
        if (opposite.isPresent()) {
            takeBack(set, standing, opposite.get());
            return Optional.empty();
        }
        Correction correction = new Correction(
                UUID.randomUUID(),
                kind,
                movement.startS(),
                movement.endS(),
                by.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        List<Correction> all = new ArrayList<>(standing);
        all.add(correction);
        reanalysis.with(set, all, () -> corrections.insert(setId, by.id(), correction));
        return Optional.of(correction);
    }

    /**
     * Takes a correction back.
     *
     * @return false where there is none such, or it has been taken back before
     * @throws CorrectionRefusedException where the set still runs
     */
    public boolean takeBack(UUID setId, UUID correctionId) {
        return turns.alone(setId, () -> {
            TrainingSet set = ended(setId);
            List<Correction> standing = corrections.of(setId);
            Optional<Correction> found = standing.stream()
                    .filter(correction -> correction.id().equals(correctionId))
                    .findFirst();
            found.ifPresent(correction -> takeBack(set, standing, correction));
            return found.isPresent();
        });
    }

    /**
     * Corrects the load; what rests on it is found again where there are samples to find it in.
     *
     * @param along what is written with it, before it; not run where the set cannot be analysed again
     */
    void correctLoad(TrainingSet set, @Nullable Double loadKg, Runnable along) {
        turns.alone(set.id(), () -> correctLoadAlone(set, loadKg, along));
    }

    private void correctLoadAlone(TrainingSet set, @Nullable Double loadKg, Runnable along) {
        if (samples.sampleCount(set.id()) > 0 && sets.analysis(set.id()).isPresent()) {
            reanalysis.with(set.lifting(loadKg), corrections.of(set.id()), () -> {
                along.run();
                sets.load(set.id(), loadKg);
            });
        } else {
            transaction.executeWithoutResult(status -> {
                along.run();
                sets.load(set.id(), loadKg);
                summaries.write(set.id());
            });
        }
    }

    private void takeBack(TrainingSet set, List<Correction> standing, Correction correction) {
        List<Correction> left =
                standing.stream().filter(other -> !other.equals(correction)).toList();
        reanalysis.with(set, left, () -> corrections.delete(set.id(), correction.id()));
    }

    private TrainingSet ended(UUID setId) {
        TrainingSet set =
                sets.find(setId).orElseThrow(() -> new CorrectionRefusedException(Words.say("training.no.set")));
        if (set.state() == SetState.RUNNING) {
            throw new CorrectionRefusedException(Words.say("correction.running"));
        }
        return set;
    }

    private record Movement(double startS, double endS) {}

    private Movement movement(UUID setId, CorrectionKind kind, double timeS) {
        AnalysisResult result = sets.analysis(setId)
                .orElseThrow(() -> new CorrectionRefusedException(Words.say("training.not.analysed")));
        List<Movement> movements = new ArrayList<>();
        if (kind == CorrectionKind.NOT_REPETITION) {
            result.repetitions().forEach(one -> movements.add(new Movement(one.startS(), one.endS())));
        } else {
            result.setAside().forEach(one -> movements.add(new Movement(one.startS(), one.endS())));
        }
        return movements.stream()
                .filter(movement -> RepetitionCorrections.isWithin(timeS, movement.startS(), movement.endS()))
                .findFirst()
                .orElseThrow(() -> new CorrectionRefusedException(
                        Words.say("correction.none." + kind.word(), UnfinishedWords.tenths(timeS))));
    }
}
