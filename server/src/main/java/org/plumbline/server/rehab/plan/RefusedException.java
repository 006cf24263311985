package org.plumbline.server.rehab.plan;

import java.util.List;

/** What was asked for cannot be done as it was typed. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    public RefusedException(List<Fault> faults) {
        super(faults.isEmpty() ? "" : faults.get(0).message());
        this.faults = List.copyOf(faults);
    }

    public RefusedException(String field, String message) {
        this(List.of(new Fault(field, message)));
    }

    public List<Fault> faults() {
        return faults;
    }
}
