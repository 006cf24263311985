package org.plumbline.server.rehab.plan;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Metric;
import org.plumbline.core.form.TempoTarget;
import org.plumbline.server.training.BeforeSet;
import org.plumbline.server.training.Capacity;
import org.plumbline.server.training.LimitValue;
import org.plumbline.server.training.PersonalLimit;
import org.plumbline.server.training.PersonalLimits;
import org.plumbline.server.training.TempoTargets;
import org.plumbline.server.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the limits and the tempo of prescriptions into the sets: they are set in training while a prescription is in force, and
 * taken back once it is not. What a therapist set elsewhere is left alone.
 */
@Component
class PrescribedLimits implements BeforeSet {
    private final PrescriptionRepository prescriptions;
    private final PersonalLimits limits;
    private final TempoTargets tempos;
    private final JdbcClient jdbc;
    private final Days days;

    PrescribedLimits(
            PrescriptionRepository prescriptions,
            PersonalLimits limits,
            TempoTargets tempos,
            JdbcClient jdbc,
            Days days) {
        this.prescriptions = prescriptions;
        this.limits = limits;
        this.tempos = tempos;
        this.jdbc = jdbc;
        this.days = days;
    }

    @Override
    @Transactional
    public void prepare(UUID lifterId, String exercise) {
        LocalDate today = days.today();
        List<Prescription> versions = prescriptions.versions(List.of(lifterId));
        Set<UUID> told = brought(lifterId, exercise);
        if (versions.isEmpty() && told.isEmpty()) {
            return;
        }
        @Nullable
        Prescription inForce = Prescriptions.newestOf(versions).stream()
                .filter(one -> one.work().exercise().equals(exercise) && one.isOn(today))
                .findFirst()
                .orElse(null);
        tellLimits(lifterId, exercise, inForce, told);
        tellTempo(lifterId, exercise, inForce, told);
    }

    private void tellLimits(UUID lifterId, String exercise, @Nullable Prescription inForce, Set<UUID> told) {
        Map<Metric, Double> wanted = new EnumMap<>(Metric.class);
        if (inForce != null) {
            wanted.putAll(inForce.work().limits());
        }
        for (PersonalLimit standing : limits.standing(lifterId, exercise)) {
            Metric metric = standing.value().metric();
            if (metric != null && told.contains(standing.id())) {
                if (standing.value().most() != null && standing.value().most().equals(wanted.get(metric))) {
                    wanted.remove(metric);
                } else {
                    limits.end(lifterId, Capacity.THERAPIST, lifterId, standing.id());
                }
            }
        }
        if (inForce == null || inForce.therapistId() == null) {
            return;
        }
        UUID therapist = inForce.therapistId();
        String reason = Words.say("plan.limit.reason", inForce.version());
        wanted.forEach((metric, most) -> {
            PersonalLimit set = limits.set(
                    therapist, Capacity.THERAPIST, lifterId, exercise, LimitValue.most(metric, most), reason);
            remember(set.id(), lifterId, exercise);
        });
    }

    private void tellTempo(UUID lifterId, String exercise, @Nullable Prescription inForce, Set<UUID> told) {
        @Nullable TempoTarget wanted = inForce == null ? null : target(inForce.work());
        TempoTargets.@Nullable StandingTempo standing = standing(lifterId, exercise);
        if (standing != null
                && told.contains(standing.id())
                && !standing.target().equals(wanted)) {
            tempos.end(lifterId, Capacity.THERAPIST, lifterId, exercise);
            standing = null;
        }
        if (standing == null && wanted != null && inForce != null && inForce.therapistId() != null) {
            tempos.set(inForce.therapistId(), Capacity.THERAPIST, lifterId, exercise, wanted);
            TempoTargets.@Nullable StandingTempo set = standing(lifterId, exercise);
            if (set != null) {
                remember(set.id(), lifterId, exercise);
            }
        }
    }

    private TempoTargets.@Nullable StandingTempo standing(UUID lifterId, String exercise) {
        return tempos.standing(lifterId, exercise).stream()
                .filter(one -> one.setAs() == Capacity.THERAPIST)
                .findFirst()
                .orElse(null);
    }

    static @Nullable TempoTarget target(PrescribedWork work) {
        Tempo tempo = work.tempo();
        return tempo.isFree() || work.isHold()
                ? null
                : new TempoTarget(free(tempo.downS()), free(tempo.pauseS()), free(tempo.upS()), Double.NaN);
    }

    private static double free(@Nullable Double seconds) {
        return seconds == null ? Double.NaN : seconds;
    }

    @Override
    public Set<UUID> brought(UUID personId, String exercise) {
        return new HashSet<>(jdbc.sql("select id from told_form where person_id = :person and exercise = :exercise")
                .param("person", personId)
                .param("exercise", exercise)
                .query(UUID.class)
                .list());
    }

    private void remember(UUID id, UUID personId, String exercise) {
        jdbc.sql("insert into told_form (id, person_id, exercise) values (:id, :person, :exercise)")
                .param("id", id)
                .param("person", personId)
                .param("exercise", exercise)
                .update();
    }
}
