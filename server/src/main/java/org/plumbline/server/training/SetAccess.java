package org.plumbline.server.training;

import java.util.UUID;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.web.NothingHere;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/** Sets by their identity, for those who may see them. */
@Service
public class SetAccess {
    private static final String WHAT = "set";

    private final SetRepository sets;
    private final RecordAccess access;

    SetAccess(SetRepository sets, RecordAccess access) {
        this.sets = sets;
        this.access = access;
    }

    /**
     * A set that is about to be read.
     *
     * @throws ResponseStatusException 404 where there is none, or none that the viewer may read
     */
    public TrainingSet read(Person viewer, UUID id) {
        TrainingSet set = find(viewer, id);
        access.read(viewer, set.lifterId(), RecordKind.FORM, WHAT);
        return set;
    }

    /**
     * A set that is about to be changed.
     *
     * @throws ResponseStatusException as {@link #read}; 403 where the viewer may read and not change
     */
    public TrainingSet work(Person worker, UUID id) {
        TrainingSet set = find(worker, id);
        access.work(worker, set.lifterId(), RecordKind.FORM, WHAT);
        return set;
    }

    /**
     * A set that is about to be deleted, which its lifter alone does.
     *
     * @throws ResponseStatusException as {@link #work}
     */
    TrainingSet own(Person worker, UUID id) {
        return own(worker, id, "training.delete.own");
    }

    /** A set of which its lifter is about to say how it was: a coach reads that. Refuses as {@link #own}. */
    TrainingSet ownWord(Person worker, UUID id) {
        return own(worker, id, "effort.own");
    }

    private TrainingSet own(Person worker, UUID id, String refusal) {
        TrainingSet set = work(worker, id);
        if (!worker.id().equals(set.lifterId())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, Words.say(refusal));
        }
        return set;
    }

    /** A set of which a range of motion was read goes with rehab as well: to whom form alone is shared it is not there. */
    private TrainingSet find(Person viewer, UUID id) {
        return sets.find(id)
                .filter(set -> access.mayRead(viewer, set.lifterId(), RecordKind.REHAB) || !sets.isOfRehab(id))
                .orElseThrow(NothingHere::problem);
    }
}
