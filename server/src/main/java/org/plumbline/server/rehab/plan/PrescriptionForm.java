package org.plumbline.server.rehab.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Metric;
import org.plumbline.core.recording.RecordingFormat;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.training.Numbers;
import org.plumbline.server.web.Words;

/** A prescription as a form: what it is filled with, and what is read of it. */
final class PrescriptionForm {
    static final String NAME = "prescription";

    /** Rows for limits; more than four at once nobody can attend to. */
    private static final int LIMIT_ROWS = 4;

    private static final String LIMIT_METRIC = "limitMetric";

    private static final String LOAD_CAP = "loadCap";

    private PrescriptionForm() {}

    /** What the form is filled with for a prescription. */
    static Map<String, String> of(Prescription prescription, LoadUnit unit) {
        PrescribedWork work = prescription.work();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("exercise", work.exercise());
        fields.put("sets", String.valueOf(work.sets()));
        fields.put("repetitions", String.valueOf(work.repetitions()));
        put(fields, "holdS", work.holdS());
        put(fields, LOAD_CAP, work.loadCapKg() == null ? null : rounded(unit.fromKg(work.loadCapKg())));
        put(fields, "tempoDownS", work.tempo().downS());
        put(fields, "tempoPauseS", work.tempo().pauseS());
        put(fields, "tempoUpS", work.tempo().upS());
        fields.put("timesAWeekLeast", String.valueOf(work.timesAWeekLeast()));
        fields.put("timesAWeekMost", String.valueOf(work.timesAWeekMost()));
        int row = 0;
        for (Map.Entry<Metric, Double> limit : new TreeMap<>(work.limits()).entrySet()) {
            fields.put(LIMIT_METRIC + row, limit.getKey().jsonName());
            put(fields, "limitMost" + row, limit.getValue());
            row++;
        }
        putText(fields, "equipment", work.equipment());
        putText(fields, "note", work.note());
        fields.put("phase", prescription.phase().word());
        fields.put("startsOn", prescription.startsOn().toString());
        putText(
                fields,
                "endsOn",
                prescription.endsOn() == null ? null : prescription.endsOn().toString());
        return fields;
    }

    /** Rows for limits: those that a program has set beyond what a form offers stand there too, or a change would drop them. */
    static int limitRows(Map<String, String> fields) {
        return IntStream.range(0, LimitableMetrics.all().size())
                .filter(row -> fields.containsKey(LIMIT_METRIC + row))
                .map(row -> row + 1)
                .reduce(LIMIT_ROWS, Math::max);
    }

    /** What a new one starts from: slow and few, as the start of any plan. */
    static Map<String, String> fresh(LocalDate today) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("exercise", "deadlift");
        fields.put("sets", "3");
        fields.put("repetitions", "8");
        fields.put("timesAWeekLeast", "2");
        fields.put("timesAWeekMost", "3");
        fields.put("phase", Phase.SUPERVISED.word());
        fields.put("startsOn", today.toString());
        return fields;
    }

    /**
     * What was typed.
     *
     * @param standing the version that stands, or null where it is a new one
     * @throws RefusedException where something cannot be read, or nobody can mean it
     */
    static Draft read(Typed typed, LoadUnit unit, @Nullable Prescription standing) {
        Double capKg = loadCapKg(typed, unit, standing);
        boolean alreadySigned = standing != null && standing.phase() == Phase.INDEPENDENT;
        PrescribedWork work = new PrescribedWork(
                typed.text("exercise", ""),
                typed.whole("sets"),
                typed.whole("repetitions"),
                typed.number("holdS"),
                capKg,
                new Tempo(typed.number("tempoDownS"), typed.number("tempoPauseS"), typed.number("tempoUpS")),
                typed.whole("timesAWeekLeast"),
                typed.whole("timesAWeekMost"),
                limits(typed),
                typed.text("equipment"),
                typed.text("note"));
        Phase phase = Phase.INDEPENDENT.word().equals(typed.text("phase")) ? Phase.INDEPENDENT : Phase.SUPERVISED;
        Draft draft =
                new Draft(work, phase, typed.ticked("phaseSigned"), typed.day("startsOn"), typed.optionalDay("endsOn"));
        List<Fault> faults = new ArrayList<>(typed.faults());
        asTyped(draft.faults(alreadySigned)).stream()
                .filter(fault ->
                        faults.stream().noneMatch(known -> known.field().equals(fault.field())))
                .forEach(faults::add);
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
        return draft;
    }

    /** The version that stood on the page, or null where that cannot be told. */
    static @Nullable Integer version(Typed typed) {
        Double version = Numbers.decimal(typed.text(Prescribing.VERSION, ""));
        return version == null ? null : version.intValue();
    }

    /**
     * The load that was typed in that unit, kg, or null where there is none. What the form was filled with and nobody changed is the
     * load that stands, and not that load rounded.
     */
    static @Nullable Double loadCapKg(Typed typed, LoadUnit unit, @Nullable Prescription standing) {
        Double cap = typed.number(LOAD_CAP);
        if (cap == null) {
            return null;
        }
        Double standsKg = standing == null ? null : standing.work().loadCapKg();
        if (standsKg != null && cap == rounded(unit.fromKg(standsKg))) {
            return standsKg;
        }
        double capKg = unit.toKg(cap);
        if (!(capKg >= 0 && capKg <= RecordingFormat.MAX_LOAD_KG)) {
            typed.faults()
                    .add(new Fault(LOAD_CAP, Words.say("plan.fault.load", unit.format(RecordingFormat.MAX_LOAD_KG))));
        }
        return capKg;
    }

    /** Faults as the form names its fields: the load is typed in the unit of whoever types it. */
    static List<Fault> asTyped(List<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.field().equals("loadCapKg") ? new Fault(LOAD_CAP, fault.message()) : fault)
                .toList();
    }

    private static Map<Metric, Double> limits(Typed typed) {
        Map<Metric, Double> limits = new EnumMap<>(Metric.class);
        for (int row = 0; row < limitRows(typed.fields()); row++) {
            String name = typed.text(LIMIT_METRIC + row);
            Double most = typed.number("limitMost" + row);
            boolean unreadable = most == null && typed.text("limitMost" + row) != null;
            if (unreadable || (name == null && most == null)) {
                continue;
            }
            Optional<Metric> metric = name == null ? Optional.empty() : LimitableMetrics.ofName(name);
            if (metric.isEmpty() || most == null) {
                typed.faults().add(new Fault("limits", Words.say("plan.fault.limit.pair")));
            } else if (limits.put(metric.get(), most) != null) {
                typed.faults().add(new Fault("limits", Words.say("plan.fault.limit.twice")));
            }
        }
        return limits;
    }

    /** A load as a form has it. */
    static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** Whole, with every decimal it has: what nobody touches comes back as it was. */
    private static void put(Map<String, String> fields, String name, @Nullable Double value) {
        putText(
                fields,
                name,
                value == null
                        ? null
                        : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
    }

    private static void putText(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
