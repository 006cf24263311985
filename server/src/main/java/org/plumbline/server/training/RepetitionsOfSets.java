package org.plumbline.server.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.core.AnalysisResult;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What was found in the repetitions of many sets, without their curves, in one query however many they are. */
@Service
public class RepetitionsOfSets {
    private final JdbcClient jdbc;

    RepetitionsOfSets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The repetitions by set, in order; a set without any is not among them. */
    public Map<UUID, List<AnalysisResult.Repetition>> of(Collection<UUID> setIds) {
        if (setIds.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<AnalysisResult.Repetition>> found = new HashMap<>();
        jdbc.sql("select set_id, result from repetition where set_id in (:sets) order by set_id, repetition_number")
                .param("sets", setIds)
                .query(row -> {
                    found.computeIfAbsent(row.getObject(1, UUID.class), any -> new ArrayList<>())
                            .add(StoredJson.read(row.getString(2), AnalysisResult.Repetition.class));
                });
        return found;
    }
}
