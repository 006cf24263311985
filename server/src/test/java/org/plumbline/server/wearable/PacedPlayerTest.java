package org.plumbline.server.wearable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PacedPlayerTest {
    /** What a person is told; what the file or the database said stands in the log. */
    private static final String BROKE_OFF =
            "The stream broke off: it could not be read any further. What had arrived until then is kept.";

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Test
    void aStreamThatIsOverIsToldAsEnded() throws InterruptedException {
        assertEquals("ended", play(into -> false));
    }

    @Test
    void aStreamThatCannotBeReadFurtherIsToldInPlainWords() throws InterruptedException {
        assertEquals(BROKE_OFF, play(into -> {
            throw new IOException("chunk 3 is torn");
        }));
    }

    @Test
    void aSourceThatBreaksIsToldToo() throws InterruptedException {
        assertEquals(BROKE_OFF, play(into -> {
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
