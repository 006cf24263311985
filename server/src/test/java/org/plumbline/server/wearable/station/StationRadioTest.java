package org.plumbline.server.wearable.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.plumbline.server.wearable.LinkAvailability;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.Radio;
import org.plumbline.server.wearable.radio.RadioEvents;
import org.plumbline.server.wearable.radio.RadioListener;
import org.plumbline.server.wearable.radio.RadioSession;

class StationRadioTest {
    /** A radio that takes its time, and then cannot be used. */
    private static final class SlowRadio implements Radio {
        private final Semaphore answers = new Semaphore(0);
        private final Semaphore asked = new Semaphore(0);

        @Override
        public String kind() {
            return "slow";
        }

        @Override
        public LinkAvailability probe() {
            return LinkAvailability.unusable("no adapter");
        }

        @Override
        public RadioSession open(RadioListener listener) throws LinkException {
            asked.release();
            answers.acquireUninterruptibly();
            throw new LinkException("no adapter");
        }
    }

    @Test
    void whileItStartsNobodySaysThatItCannotBeUsedAndWhileItIsTriedAgainTheFailureStands() {
        SlowRadio slow = new SlowRadio();
        StationRadio radio = new StationRadio(slow);
        RadioEvents listener = new RadioEvents();
        assertFalse(radio.isStarting(), "nobody has asked for it");

        radio.open(listener);
        slow.asked.acquireUninterruptibly();
        assertTrue(radio.isStarting());
        assertEquals("Bluetooth is being started.", radio.trouble());

        slow.answers.release();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> radio.trouble().equals("no adapter"));
        assertFalse(radio.isStarting());

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            radio.open(listener);
            return slow.asked.tryAcquire();
        });
        assertFalse(radio.isStarting(), "it has failed before");
        assertEquals("no adapter", radio.trouble());
        slow.answers.release();
        radio.close();
    }
}
