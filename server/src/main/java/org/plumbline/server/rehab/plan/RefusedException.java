package org.plumbline.server.rehab.plan;

import java.util.List;

/** What was asked for cannot be done as it was typed. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;
    private final boolean changedMeanwhile;

    public RefusedException(List<Fault> faults) {
        this(faults, false);
    }

    /** @param changedMeanwhile whether it rests on what somebody has written anew since it was read */
    RefusedException(List<Fault> faults, boolean changedMeanwhile) {
        super(faults.isEmpty() ? "" : faults.get(0).message());
        this.changedMeanwhile = changedMeanwhile;
        this.faults = List.copyOf(faults);
    }

    public RefusedException(String field, String message) {
        this(List.of(new Fault(field, message)));
    }

    public List<Fault> faults() {
        return faults;
    }

    /** Whether what it rests on was written anew since it was read. */
    boolean isChangedMeanwhile() {
        return changedMeanwhile;
    }
}
