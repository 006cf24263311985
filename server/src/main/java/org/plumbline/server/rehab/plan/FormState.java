package org.plumbline.server.rehab.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the forms of a page: what was typed is kept where it could not be taken.
 *
 * @param form name of the form that was sent, or empty
 * @param values what was typed, by field
 * @param faults what is wrong with it, by field
 */
public record FormState(String form, Map<String, String> values, Map<String, String> faults) {
    /** Nothing was sent yet. */
    public static final FormState FRESH = new FormState("", Map.of(), Map.of());

    public static FormState of(String form, Map<String, String> typed, List<Fault> faults) {
        Map<String, String> byField = new HashMap<>();
        faults.forEach(fault -> byField.putIfAbsent(fault.field(), fault.message()));
        return new FormState(form, Map.copyOf(typed), Map.copyOf(byField));
    }

    /** What stands in a field: what was typed, or else what it had. */
    public @Nullable String value(String name, String field, @Nullable Object had) {
        if (form.equals(name)) {
            return values.get(field);
        }
        return had == null ? null : had.toString();
    }

    /** What is wrong with a field, or null. */
    public @Nullable String fault(String name, String field) {
        return form.equals(name) ? faults.get(field) : null;
    }

    /** All that is wrong with a form. */
    public List<String> faults(String name) {
        return form.equals(name) ? List.copyOf(faults.values()) : List.of();
    }
}
