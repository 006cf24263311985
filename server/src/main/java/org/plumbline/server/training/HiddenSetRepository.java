package org.plumbline.server.training;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sets that were deleted and can be brought back, in SQL: nobody else finds them. */
@Repository
class HiddenSetRepository {
    private final JdbcClient jdbc;
    private final SetRepository sets;

    HiddenSetRepository(JdbcClient jdbc, SetRepository sets) {
        this.jdbc = jdbc;
        this.sets = sets;
    }

    void hide(UUID id, Instant at) {
        jdbc.sql("update training_set set deleted_at = :at where id = :id and deleted_at is null")
                .param("at", SetRepository.at(at))
                .param("id", id)
                .update();
    }

    boolean unhide(UUID lifterId, UUID id) {
        return jdbc.sql("update training_set set deleted_at = null where id = :id and lifter_id = :lifter"
                                + " and deleted_at is not null")
                        .param("id", id)
                        .param("lifter", lifterId)
                        .update()
                > 0;
    }

    /** Those of a lifter, the last deleted first. */
    List<TrainingSet> of(UUID lifterId) {
        return jdbc.sql(TrainingSetRow.SELECT + "s.lifter_id = :lifter"
                        + " and s.deleted_at is not null order by s.deleted_at desc, s.id")
                .param("lifter", lifterId)
                .query(TrainingSetRow::read)
                .list();
    }

    /** Those hidden before a moment are gone for good. */
    void deleteThoseBefore(Instant moment) {
        jdbc.sql("select id from training_set where deleted_at < :moment")
                .param("moment", SetRepository.at(moment))
                .query(UUID.class)
                .list()
                .forEach(sets::delete);
    }
}
