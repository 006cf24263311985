package org.plumbline.server.review;

import java.util.UUID;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.FormFlag;
import org.plumbline.server.account.Person;
import org.plumbline.server.training.FlagPlace;
import org.plumbline.server.training.SetAccess;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.training.TrainingSet;
import org.plumbline.server.web.NothingHere;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/** Repetitions by set and number, for those who may see them. */
@Service
class SetRepetitions {
    private final SetAccess access;
    private final TrainingLog log;

    SetRepetitions(SetAccess access, TrainingLog log) {
        this.access = access;
        this.log = log;
    }

    /** A repetition with its set. */
    record Found(TrainingSet set, StoredRepetition repetition) {
        /** Ties what people say to the movement they mean: a moment inside it, because numbers move with corrections. */
        double momentS() {
            return (repetition.result().startS() + repetition.result().endS()) / 2;
        }

        /** A flag as it is judged: with the time at which it is found again. */
        FormFlag flag(String flag, String metric) {
            AnalysisResult.Repetition result = repetition.result();
            return result.flags().stream()
                    .filter(one ->
                            one.flag().jsonName().equals(flag) && one.metric().equals(metric))
                    .map(one -> one.at(FlagPlace.of(one, result)))
                    .findFirst()
                    .orElseThrow(SetRepetitions::nothing);
        }
    }

    /** @throws ResponseStatusException 404 where there is none, or none that the viewer may read */
    Found read(Person viewer, UUID set, int number) {
        return find(access.read(viewer, set), number);
    }

    /** @throws ResponseStatusException as {@link #read}; 403 where the viewer may read and not change */
    Found work(Person worker, UUID set, int number) {
        return find(access.work(worker, set), number);
    }

    private Found find(TrainingSet set, int number) {
        return new Found(set, log.repetition(set.id(), number).orElseThrow(SetRepetitions::nothing));
    }

    static ResponseStatusException nothing() {
        return NothingHere.problem();
    }
}
