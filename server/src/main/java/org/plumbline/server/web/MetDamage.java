package org.plumbline.server.web;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.plumbline.server.storage.EmbeddedDatabase;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Remembers that somebody met a broken file of the embedded database, a request or the look at its health: what is broken stays so until the next start. */
@Component
public class MetDamage {
    private final AtomicReference<String> first = new AtomicReference<>();

    /** Takes in a failure; only damage is remembered. */
    public void note(Throwable failure) {
        if (EmbeddedDatabase.isBroken(failure)) {
            note(EmbeddedDatabase.firstWords(NestedExceptionUtils.getMostSpecificCause(failure)));
        }
    }

    /** Takes in what is damaged, in words. */
    public void note(String what) {
        first.compareAndSet(null, what);
    }

    /** What the database said of it first; empty where nobody met any. */
    public Optional<String> what() {
        return Optional.ofNullable(first.get());
    }
}
