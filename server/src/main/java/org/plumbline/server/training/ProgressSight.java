package org.plumbline.server.training;

import java.util.Map;
import java.util.UUID;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.ServerPurpose;
import org.springframework.stereotype.Component;

/** What of the progress of a person somebody sees: a step that is held back tells of pain, symptoms or a plan. */
@Component
class ProgressSight {
    private final RecordAccess access;
    private final ServerPurpose purpose;

    ProgressSight(RecordAccess access, ServerPurpose purpose) {
        this.access = access;
        this.purpose = purpose;
    }

    /** The same progress, without what the viewer may not learn from it. */
    Progress.OfExercise of(Progress.OfExercise found, Person viewer, UUID person) {
        boolean seesHealth = access.mayRead(viewer, person, RecordKind.PAIN)
                && (!purpose.clinic() || access.mayRead(viewer, person, RecordKind.REHAB));
        return seesHealth
                ? found
                : new Progress.OfExercise(
                        found.series(),
                        found.advice().withoutHealth(),
                        null,
                        Map.of(),
                        null,
                        found.goal(),
                        found.counted(),
                        found.notCounted());
    }
}
