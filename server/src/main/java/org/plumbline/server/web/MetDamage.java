package org.plumbline.server.web;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Remembers that a request met a broken file of the embedded database: what is broken stays so until the next start. */
@Component
public class MetDamage {
    private final AtomicReference<String> first = new AtomicReference<>();

    /** Takes in a failure; only damage is remembered. */
    void note(Throwable failure) {
        if (EmbeddedDatabase.isBroken(failure)) {
            first.compareAndSet(
                    null, NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
        }
    }

    /** What the database said of it first; empty where nobody met any. */
    public Optional<String> what() {
        return Optional.ofNullable(first.get());
    }
}
