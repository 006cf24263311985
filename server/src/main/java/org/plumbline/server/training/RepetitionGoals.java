package org.plumbline.server.training;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Repetitions that lifters aim at in a set. */
@Service
public class RepetitionGoals {
    private static final int MOST = 100;

    private final JdbcClient jdbc;

    RepetitionGoals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Integer> of(UUID lifterId, String exercise) {
        return jdbc.sql("select repetitions from repetition_goal where lifter_id = :lifter and exercise = :exercise")
                .param("lifter", lifterId)
                .param("exercise", exercise)
                .query(Integer.class)
                .optional();
    }

    /**
     * Sets the goal of an exercise.
     *
     * @param repetitions repetitions of a set, or null for none
     * @throws IllegalArgumentException where it is no goal; the message is for the person
     */
    @Transactional
    public void put(UUID lifterId, String exercise, @Nullable Integer repetitions) {
        if (repetitions != null && (repetitions < 1 || repetitions > MOST)) {
            throw new IllegalArgumentException(Words.say("goal.refused", MOST));
        }
        jdbc.sql("delete from repetition_goal where lifter_id = :lifter and exercise = :exercise")
                .param("lifter", lifterId)
                .param("exercise", exercise)
                .update();
        if (repetitions != null) {
            jdbc.sql("insert into repetition_goal (lifter_id, exercise, repetitions)"
                            + " values (:lifter, :exercise, :repetitions)")
                    .param("lifter", lifterId)
                    .param("exercise", exercise)
                    .param("repetitions", repetitions)
                    .update();
        }
    }
}
