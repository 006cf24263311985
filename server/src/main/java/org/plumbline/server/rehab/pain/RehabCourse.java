package org.plumbline.server.rehab.pain;

import java.time.LocalDate;
import java.util.UUID;

/** Whether a person follows a plan of a therapist: then the symptom questions come every week. Whoever keeps the plans says so. */
public interface RehabCourse {
    boolean isInRehab(UUID lifterId, LocalDate day);
}
