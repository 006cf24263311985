package org.plumbline.server.training;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.plumbline.core.form.Metric;
import org.springframework.stereotype.Service;

/** Knows who set the limits a set is held to. */
@Service
public class LimitAuthors {
    private final PersonalLimits limits;

    LimitAuthors(PersonalLimits limits) {
        this.limits = limits;
    }

    /** Who had set the limits of an exercise that stood at a moment. */
    public LimitNames at(UUID lifterId, String exercise, Instant moment) {
        Map<String, String> names = new HashMap<>();
        for (PersonalLimit limit : limits.history(lifterId, exercise)) {
            Metric metric = limit.value().metric();
            boolean stood = !limit.setAt().isAfter(moment)
                    && (limit.endedAt() == null || limit.endedAt().isAfter(moment));
            if (metric != null && limit.setBy() != null && stood) {
                names.put(metric.jsonName(), limit.setBy());
            }
        }
        return new LimitNames(names);
    }
}
