package org.plumbline.server.wearable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PacedPlayerTest {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Test
    void aStreamThatIsOverIsToldAsEnded() throws InterruptedException {
        assertEquals("ended", play(into -> false));
    }

    @Test
    void aStreamThatCannotBeReadFurtherIsToldWithTheReason() throws InterruptedException {
        assertEquals("The stream broke off: chunk 3 is torn", play(into -> {
            throw new IOException("chunk 3 is torn");
        }));
    }

    @Test
    void aSourceThatBreaksIsToldToo() throws InterruptedException {
        assertEquals("The stream broke off: no connection", play(into -> {
            throw new IllegalStateException("no connection");
        }));
    }

    private String play(SampleSource source) throws InterruptedException {
        SampleFrameSink sink = new SampleFrameSink() {
            @Override
            public void deliver(SampleFrame frame) {}

            @Override
            public boolean offer(SampleFrame frame) {
                return true;
            }

            @Override
            public void notice(String message) {}

            @Override
            public void ended() {
                heard.add("ended");
            }

            @Override
            public void failed(String reason) {
                heard.add(reason);
            }
        };
        try (PacedPlayer player = PacedPlayer.start("test", source, sink, Pacing.atSpeed(1))) {
            return String.valueOf(heard.poll(10, TimeUnit.SECONDS));
        }
    }
}
