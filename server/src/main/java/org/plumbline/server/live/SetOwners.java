package org.plumbline.server.live;

import jakarta.annotation.PreDestroy;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** As many owners of live sets as there are processors, not as there are sets: a full gym would be a thousand threads. */
@Component
class SetOwners {
    /** One would let a set that takes long over something hold up all others. */
    private static final int FEWEST = 2;

    private final List<SetOwner> owners;

    SetOwners() {
        owners = IntStream.range(0, Math.max(FEWEST, Runtime.getRuntime().availableProcessors()))
                .mapToObj(number -> new SetOwner("live-sets-" + number))
                .toList();
    }

    /** The one with the least to do. */
    SetOwner next() {
        return owners.stream().min(Comparator.comparingInt(SetOwner::load)).orElseThrow();
    }

    /** Sets that wait for their turn. */
    int waiting() {
        return owners.stream().mapToInt(SetOwner::waiting).sum();
    }

    @PreDestroy
    void close() {
        owners.forEach(SetOwner::close);
    }
}
