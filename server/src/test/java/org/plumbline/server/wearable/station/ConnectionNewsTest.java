package org.plumbline.server.wearable.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plumbline.server.wearable.radio.ConnectionState;

class ConnectionNewsTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final ConnectionNews news = new ConnectionNews();
    private final ExecutorService loop = Executors.newSingleThreadExecutor();

    @AfterEach
    void close() {
        loop.shutdownNow();
    }

    @Test
    void whoeverWaitsHearsWhatTheRadioTells() throws Exception {
        news.told(ConnectionState.CONNECTING, "");
        CompletableFuture<Boolean> told = waitsFor(ConnectionState.CONNECTED);
        news.told(ConnectionState.CONNECTED, "");
        assertTrue(told.get(10, TimeUnit.SECONDS));
        assertTrue(news.isConnected());
    }

    @Test
    void whoeverWaitsForWhatNobodyWantsWaitsNoMore() throws Exception {
        CompletableFuture<Boolean> told = waitsFor(ConnectionState.CONNECTED);
        news.stop();
        assertFalse(told.get(10, TimeUnit.SECONDS));
        assertTrue(news.isStopping());
        news.pause(LONG);
    }

    @Test
    void patienceHasAnEnd() throws Exception {
        assertFalse(news.await(Duration.ofMillis(1), now -> now == ConnectionState.CONNECTED));
    }

    @Test
    void whatTheRadioSaysOfALossGoesBeforeWhatWasSeen() {
        assertEquals("it fell silent", news.reason("it fell silent"));
        news.told(ConnectionState.DISCONNECTED, "the battery is empty");
        assertEquals("the battery is empty", news.reason("it fell silent"));
    }

    private CompletableFuture<Boolean> waitsFor(ConnectionState wanted) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return news.await(LONG, now -> now == wanted);
                    } catch (InterruptedException closed) {
                        Thread.currentThread().interrupt();
                        return false;
                    }
                },
                loop);
    }
}
