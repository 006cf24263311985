package org.plumbline.bench.load;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/**
 * Screens of lifters. What a screen is told carries when the sample that caused it was to be sent, on the clock that all processes of
 * one machine share: the difference is the whole way, gateway's schedule to browser's socket.
 */
final class LoadScreens implements AutoCloseable {
    static final long SLOWEST_MICROS = 60_000_000;
    private static final byte[] HEARD = "\"heardMicros\":".getBytes(StandardCharsets.US_ASCII);
    private static final int TYPE_AT = "{\"type\":\"".length();

    private final Selector selector = Selector.open();
    private final Thread reader = new Thread(this::read, "load-screens");
    private final AtomicLong screens = new AtomicLong();
    private volatile boolean closed;
    private volatile boolean measuring;
    private final AtomicLong poses = new AtomicLong();
    private final AtomicLong repetitions = new AtomicLong();
    private final AtomicLong closedByServer = new AtomicLong();
    final Histogram poseMicros = new Histogram(SLOWEST_MICROS, 3);
    final Histogram cueMicros = new Histogram(SLOWEST_MICROS, 3);

    LoadScreens() throws IOException {
        reader.setDaemon(true);
        reader.start();
    }

    /** A screen that follows its lifter. */
    void open(URI server, String token) throws IOException {
        ClientSocket socket = ClientSocket.open(server, "/ws/live", token);
        socket.channel().configureBlocking(false);
        selector.wakeup();
        socket.channel().register(selector, SelectionKey.OP_READ, socket);
        screens.incrementAndGet();
    }

    /** What comes from now on is counted. */
    void measure(boolean now) {
        measuring = now;
    }

    private void read() {
        try {
            while (!closed) {
                selector.select(100);
                long nowMicros = System.nanoTime() / 1000;
                for (SelectionKey key : selector.selectedKeys()) {
                    ClientSocket socket = (ClientSocket) key.attachment();
                    try {
                        socket.read((opcode, payload) -> heard(socket, opcode, payload, nowMicros));
                    } catch (IOException gone) {
                        closedByServer.incrementAndGet();
                        key.cancel();
                    }
                }
                selector.selectedKeys().clear();
            }
        } catch (ClosedSelectorException over) {
            // at the end of the run
        } catch (IOException broken) {
            System.err.println("The screens broke: " + broken.getMessage());
        }
    }

    private void heard(ClientSocket socket, int opcode, ByteBuffer payload, long nowMicros) throws IOException {
        if (opcode == ClientSocket.PING) {
            socket.add(ClientSocket.PONG, payload);
            socket.flush();
        } else if (opcode == ClientSocket.CLOSE) {
            throw new IOException("closed");
        } else if (opcode == ClientSocket.TEXT && measuring && payload.remaining() > TYPE_AT + 2) {
            byte first = payload.get(TYPE_AT);
            byte second = payload.get(TYPE_AT + 1);
            if (first == 'p' && second == 'o') {
                poses.incrementAndGet();
                record(poseMicros, payload, nowMicros);
            } else if (first == 'c') {
                record(cueMicros, payload, nowMicros);
            } else if (first == 'r') {
                repetitions.incrementAndGet();
            }
        }
    }

    private static void record(Histogram into, ByteBuffer event, long nowMicros) {
        int at = find(event);
        if (at < 0) {
            return;
        }
        long micros = 0;
        for (; at < event.limit() && Character.isDigit(event.get(at)); at++) {
            micros = 10 * micros + event.get(at) - '0';
        }
        if (micros > 0) {
            into.recordValue(Math.max(0, Math.min(SLOWEST_MICROS, nowMicros - micros)));
        }
    }

    private static int find(ByteBuffer event) {
        for (int start = event.limit() - HEARD.length; start >= 0; start--) {
            int matched = 0;
            while (matched < HEARD.length && event.get(start + matched) == HEARD[matched]) {
                matched++;
            }
            if (matched == HEARD.length) {
                return start + HEARD.length;
            }
        }
        return -1;
    }

    long count() {
        return screens.get();
    }

    long poses() {
        return poses.get();
    }

    long repetitions() {
        return repetitions.get();
    }

    long closedByServer() {
        return closedByServer.get();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.close();
    }
}
