package org.plumbline.server.live;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.wearable.simulated.SimulatedLink;

/**
 * What was typed into a form of the start page and not begun yet: whoever goes back from what is to be read finds it again. The load
 * is kept in kilograms, whatever unit it is read in by then.
 *
 * @param source what the form begins: {@code sensors}, {@code simulated} or {@code replay}
 * @param fields its fields by name, without the load
 * @param loadKg load, kg, or null where none was typed
 */
record TypedStart(
        String source,
        LinkedHashMap<String, String> fields,
        @Nullable Double loadKg) implements Serializable {
    private static final String LOAD = "load";

    static TypedStart of(StartRequest request, Map<String, String> fields, Person me) {
        LinkedHashMap<String, String> kept = new LinkedHashMap<>(fields);
        kept.keySet().retainAll(StartRequest.FIELDS);
        kept.remove(LOAD);
        return new TypedStart(
                request.source() == null ? SimulatedLink.KIND : request.source(),
                kept,
                request.load() == null ? null : me.loadUnit().toKg(request.load()));
    }

    /** Its fields with the load, as a person reads loads; none where it is another form's. */
    Map<String, String> into(String form, Person me) {
        if (!form.equals(source)) {
            return Map.of();
        }
        Map<String, String> shown = new LinkedHashMap<>(fields);
        shown.put(LOAD, loadKg == null ? "" : String.valueOf(me.loadUnit().shown(loadKg)));
        return shown;
    }

    /** The exercise chosen in that form, or null where it is another form's. */
    @Nullable
    String exercise(String form) {
        return form.equals(source) ? fields.get("exercise") : null;
    }
}
