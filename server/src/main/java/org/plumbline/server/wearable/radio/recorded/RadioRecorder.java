package org.plumbline.server.wearable.radio.recorded;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.plumbline.server.wearable.LinkException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes events to a file on a thread of its own. Whoever tells an event never waits: what finds no room is counted, and the
 * file says how many lines are missing where.
 */
final class RadioRecorder implements AutoCloseable {
    /** Half a minute of two fast sensors that send every sample by itself. */
    static final int USUAL_CAPACITY = 8192;

    private static final Logger LOG = LoggerFactory.getLogger(RadioRecorder.class);
    private static final int MOST_FILES = 1000;
    private static final long PATIENCE_MS = 5000;

    private final BlockingQueue<RecordedEvent> events;
    private final Writer file;
    private final Thread thread;
    private final AtomicLong unwritten = new AtomicLong();
    private long unwrittenTold;
    private volatile boolean closed;

    RadioRecorder(Writer file, String radio, int capacity) {
        this.file = file;
        events = new ArrayBlockingQueue<>(capacity);
        thread = new Thread(() -> write(radio), "radio-recorder");
        thread.setDaemon(true);
        thread.start();
    }

    /** Writes to that file, or where it exists to one beside it with a number: a recording is never written over. */
    static RadioRecorder to(Path path, String radio) throws LinkException {
        try {
            return new RadioRecorder(unused(path), radio, USUAL_CAPACITY);
        } catch (IOException refused) {
            throw new LinkException("the radio cannot be recorded to " + path + ": " + refused, refused);
        }
    }

    private static BufferedWriter unused(Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        for (int number = 0; ; number++) {
            Path candidate = number == 0 ? path : path.resolveSibling(numbered(path, number));
            try {
                return Files.newBufferedWriter(candidate, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException taken) {
                if (number > MOST_FILES) {
                    throw taken;
                }
            }
        }
    }

    private static String numbered(Path path, int number) {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name + "-" + number : name.substring(0, dot) + "-" + number + name.substring(dot);
    }

    /** Takes an event, or counts it as unwritten. Returns at once. */
    void tell(RecordedEvent event) {
        if ((closed || !events.offer(event)) && unwritten.getAndIncrement() == 0) {
            LOG.warn("The recording cannot keep up; lines are missing in it");
        }
    }

    /** Lines that are missing so far. */
    long unwritten() {
        return unwritten.get();
    }

    private void write(String radio) {
        try (file) {
            file.write(RecordedLine.header(radio) + "\n");
            while (!closed || !events.isEmpty()) {
                RecordedEvent event = events.poll(100, TimeUnit.MILLISECONDS);
                if (event != null) {
                    file.write(RecordedLine.write(event) + "\n");
                    tellMissing(event.nanos());
                }
                if (events.isEmpty()) {
                    file.flush();
                }
            }
            tellMissing(System.nanoTime());
        } catch (IOException | RuntimeException failed) {
            closed = true;
            unwritten.addAndGet(events.size() + 1L);
            events.clear();
            LOG.warn("The recording broke off", failed);
        } catch (InterruptedException nobodyInterruptsIt) {
            closed = true;
        }
    }

    private void tellMissing(long nanos) throws IOException {
        long missing = unwritten.get();
        if (missing > unwrittenTold) {
            file.write(RecordedLine.write(RecordedEvent.missing(nanos, (int) (missing - unwrittenTold))) + "\n");
            unwrittenTold = missing;
        }
    }

    /** Writes what waits, for a while. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(PATIENCE_MS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
