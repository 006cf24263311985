package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.plumbline.server.wearable.SampleFrame;

class WaitingFramesTest {
    private final WaitingFrames frames = new WaitingFrames();
    private final AtomicBoolean nobodyReads = new AtomicBoolean();

    @Test
    void aRadioIsRefusedWhereThereIsNoRoomAndNothingThatIsInIsLetGo() {
        SampleFrame first = frame();
        assertTrue(frames.offer(first));
        for (int i = 1; i < WaitingFrames.MOST; i++) {
            assertTrue(frames.offer(frame()));
        }
        assertFalse(frames.offer(frame()), "it must count what is lost, and say so");
        assertEquals(WaitingFrames.MOST, frames.size());
        assertSame(first, frames.take(), "the oldest is still the first");
        assertTrue(frames.offer(frame()), "and there is room again");
    }

    @Test
    void aSourceThatCanWaitWaitsForRoomOrUntilNobodyReads() {
        while (frames.offer(frame())) {
            // to the brim
        }
        Thread waiting = putting();
        Awaitility.await().during(Duration.ofMillis(150)).until(waiting::isAlive);
        assertNotNull(frames.take());
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !waiting.isAlive());
        assertEquals(WaitingFrames.MOST, frames.size(), "it went in as soon as there was room");

        Thread left = putting();
        nobodyReads.set(true);
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !left.isAlive());
        assertEquals(WaitingFrames.MOST, frames.size());
    }

    private Thread putting() {
        Thread thread = new Thread(() -> {
            try {
                frames.put(frame(), nobodyReads::get);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        return thread;
    }

    private static SampleFrame frame() {
        return new SampleFrame(1);
    }
}
