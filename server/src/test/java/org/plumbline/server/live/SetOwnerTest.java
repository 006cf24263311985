package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SetOwnerTest {
    private final SetOwner owner = new SetOwner("test-owner");

    @AfterEach
    void close() {
        owner.close();
    }

    /** Counts its turns. */
    private static class Counting implements SetOwner.Owned {
        final AtomicInteger turns = new AtomicInteger();
        final AtomicInteger looks = new AtomicInteger();
        final ConcurrentHashMap<String, Boolean> threads = new ConcurrentHashMap<>();

        @Override
        public void work() {
            threads.put(Thread.currentThread().getName(), true);
            turns.incrementAndGet();
        }

        @Override
        public void look(long nowNanos) {
            looks.incrementAndGet();
        }
    }

    @Test
    void oneThreadServesAllItsSetsAndLooksAfterThoseThatSleep() {
        List<Counting> sets = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Counting set = new Counting();
            sets.add(set);
            owner.take(set);
        }
        sets.forEach(owner::wake);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> sets.stream().allMatch(set -> set.turns.get() == 1 && set.looks.get() > 1));
        sets.forEach(set -> assertEquals(1, set.threads.size()));
        assertEquals(200, owner.load());
        sets.forEach(owner::release);
        assertEquals(0, owner.load());
    }

    @Test
    void aSetThatFailsHoldsUpNoOther() {
        SetOwner.Owned broken = new Counting() {
            @Override
            public void work() {
                throw new IllegalStateException("broken on purpose");
            }
        };
        Counting whole = new Counting();
        owner.wake(broken);
        owner.wake(whole);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> whole.turns.get() == 1);
        assertTrue(owner.waiting() <= 1);
    }

    @Test
    void neitherDoesOneForWhichThereWasNoMemory() {
        SetOwner.Owned greedy = new Counting() {
            @Override
            public void work() {
                throw new OutOfMemoryError("thrown on purpose");
            }
        };
        Counting whole = new Counting();
        owner.wake(greedy);
        owner.wake(whole);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> whole.turns.get() == 1);
    }
}
