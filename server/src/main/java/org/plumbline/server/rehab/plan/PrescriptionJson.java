package org.plumbline.server.rehab.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Metric;
import org.plumbline.server.web.Choice;
import org.plumbline.server.web.Words;

/** A version of a prescription as programs see it: one flat object, limits by name of the metric. */
record PrescriptionJson(
        UUID series,
        UUID id,
        int version,
        String exercise,
        int sets,
        int repetitions,
        @Nullable Double holdS,
        @Nullable Double loadCapKg,
        @Nullable Double tempoDownS,
        @Nullable Double tempoPauseS,
        @Nullable Double tempoUpS,
        int timesAWeekLeast,
        int timesAWeekMost,
        Map<String, Double> limits,
        @Nullable String equipment,
        @Nullable String note,
        String phase,
        @Nullable Signature phaseSignature,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable String therapist,
        Instant writtenAt,
        @Nullable String changeReason) {
    static PrescriptionJson of(Prescription version) {
        PrescribedWork work = version.work();
        Map<String, Double> limits = new LinkedHashMap<>();
        new TreeMap<>(work.limits()).forEach((metric, most) -> limits.put(metric.jsonName(), most));
        return new PrescriptionJson(
                version.series(),
                version.id(),
                version.version(),
                work.exercise(),
                work.sets(),
                work.repetitions(),
                work.holdS(),
                work.loadCapKg(),
                work.tempo().downS(),
                work.tempo().pauseS(),
                work.tempo().upS(),
                work.timesAWeekLeast(),
                work.timesAWeekMost(),
                limits,
                work.equipment(),
                work.note(),
                version.phase().word(),
                version.phaseSignature(),
                version.startsOn(),
                version.endsOn(),
                version.therapist(),
                version.writtenAt(),
                version.changeReason());
    }

    /**
     * A version about to be written; supervised and from today where nothing is said.
     *
     * @param limitsConfirmed what was given with what is to be known of the limits, to say that it was read; without it, and with
     *     that of other remarks, they are refused with what is to be known
     */
    record Input(
            @Nullable String exercise,
            @Nullable Integer sets,
            @Nullable Integer repetitions,
            @Nullable Double holdS,
            @Nullable Double loadCapKg,
            @Nullable Double tempoDownS,
            @Nullable Double tempoPauseS,
            @Nullable Double tempoUpS,
            @Nullable Integer timesAWeekLeast,
            @Nullable Integer timesAWeekMost,
            @Nullable Map<String, Double> limits,
            @Nullable String limitsConfirmed,
            @Nullable String equipment,
            @Nullable String note,
            @Nullable String phase,
            @Nullable Boolean phaseSigned,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {
        /** @throws RefusedException where a limit is of no metric that can be limited, or the phase is none */
        Draft draft(LocalDate today) {
            List<Fault> faults = new ArrayList<>();
            Map<Metric, Double> most = new EnumMap<>(Metric.class);
            if (limits != null) {
                limits.forEach((name, value) -> LimitableMetrics.ofName(name)
                        .ifPresentOrElse(
                                metric -> {
                                    if (value == null) {
                                        faults.add(new Fault("limits", Words.say("plan.fault.limit.pair")));
                                    } else {
                                        most.put(metric, value);
                                    }
                                },
                                () -> faults.add(new Fault("limits", Words.say("plan.fault.metric", name)))));
            }
            Phase said = Phase.SUPERVISED;
            try {
                said = phase == null ? said : Choice.of(Phase.class, "phase", phase);
            } catch (IllegalArgumentException none) {
                faults.add(new Fault("phase", String.valueOf(none.getMessage())));
            }
            if (!faults.isEmpty()) {
                throw new RefusedException(faults);
            }
            PrescribedWork work = new PrescribedWork(
                    exercise == null ? "" : exercise,
                    whole(sets),
                    whole(repetitions),
                    holdS,
                    loadCapKg,
                    new Tempo(tempoDownS, tempoPauseS, tempoUpS),
                    whole(timesAWeekLeast),
                    whole(timesAWeekMost),
                    most,
                    equipment,
                    note);
            return new Draft(work, said, Boolean.TRUE.equals(phaseSigned), startsOn == null ? today : startsOn, endsOn);
        }

        private static int whole(@Nullable Integer number) {
            return number == null ? 0 : number;
        }
    }

    /**
     * A version about to take the place of another. All that a version may have is said, null where there is none: what a program
     * leaves out would be taken from the plan without a word.
     *
     * @param version the version that is changed, as it was read
     * @param limitsConfirmed as of {@link Input}
     */
    record Change(
            @Nullable Integer version,
            @Nullable String exercise,
            @Nullable Integer sets,
            @Nullable Integer repetitions,
            @JsonProperty(required = true) @Nullable Double holdS,
            @JsonProperty(required = true) @Nullable Double loadCapKg,
            @JsonProperty(required = true) @Nullable Double tempoDownS,
            @JsonProperty(required = true) @Nullable Double tempoPauseS,
            @JsonProperty(required = true) @Nullable Double tempoUpS,
            @Nullable Integer timesAWeekLeast,
            @Nullable Integer timesAWeekMost,

            @JsonProperty(required = true) @Nullable Map<String, Double> limits,

            @Nullable String limitsConfirmed,
            @JsonProperty(required = true) @Nullable String equipment,
            @JsonProperty(required = true) @Nullable String note,
            @JsonProperty(required = true) @Nullable String phase,
            @Nullable Boolean phaseSigned,
            @JsonProperty(required = true) @Nullable LocalDate startsOn,
            @JsonProperty(required = true) @Nullable LocalDate endsOn,
            @Nullable String changeReason) {
        /** @throws RefusedException as of {@link Input}, and where there is no phase or no first day */
        DraftOfChange draft() {
            if (startsOn == null) {
                throw new RefusedException("startsOn", Words.say("plan.fault.date"));
            }
            Input said = new Input(
                    exercise,
                    sets,
                    repetitions,
                    holdS,
                    loadCapKg,
                    tempoDownS,
                    tempoPauseS,
                    tempoUpS,
                    timesAWeekLeast,
                    timesAWeekMost,
                    limits,
                    limitsConfirmed,
                    equipment,
                    note,
                    phase == null ? "" : phase,
                    phaseSigned,
                    startsOn,
                    endsOn);
            return new DraftOfChange(version, said.draft(startsOn), changeReason);
        }
    }
}
