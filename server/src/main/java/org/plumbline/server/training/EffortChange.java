package org.plumbline.server.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a program sends of a set that was lifted. A record could not tell a field that was not sent from one that was sent as null;
 * the first stays as it was, the second is cleared. What an answer has beside these may be sent back, and changes nothing.
 */
final class EffortChange {
    private enum Field {
        RPE,
        RESERVE,
        NOTE,
        LOAD
    }

    private final Set<Field> sent = EnumSet.noneOf(Field.class);
    private @Nullable Double rpe;
    private @Nullable Integer repetitionsInReserve;
    private @Nullable String note;
    private @Nullable Double loadKg;

    @JsonProperty
    public void setRpe(@Nullable Double rpe) {
        sent.add(Field.RPE);
        this.rpe = rpe;
    }

    @JsonProperty
    public void setRepetitionsInReserve(@Nullable Integer repetitionsInReserve) {
        sent.add(Field.RESERVE);
        this.repetitionsInReserve = repetitionsInReserve;
    }

    @JsonProperty
    public void setNote(@Nullable String note) {
        sent.add(Field.NOTE);
        this.note = note;
    }

    @JsonProperty
    public void setLoadKg(@Nullable Double loadKg) {
        sent.add(Field.LOAD);
        this.loadKg = loadKg;
    }

    @JsonProperty
    public void setLoadCorrected(@Nullable Boolean answered) {}

    @JsonProperty
    public void setLoadBeforeKg(@Nullable Double answered) {}

    /** How hard it was, where that is what stood. */
    Effort effort(Effort before) {
        return new Effort(
                sent.contains(Field.RPE) ? rpe : before.rpe(),
                sent.contains(Field.RESERVE) ? repetitionsInReserve : before.repetitionsInReserve());
    }

    @Nullable
    String note(@Nullable String before) {
        return sent.contains(Field.NOTE) ? note : before;
    }

    @Nullable
    Double loadKg(@Nullable Double before) {
        return sent.contains(Field.LOAD) ? loadKg : before;
    }
}
