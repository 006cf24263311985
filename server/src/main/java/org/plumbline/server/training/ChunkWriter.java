package org.plumbline.server.training;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.DependsOn;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the chunks of all sets: what waits at one moment goes in one transaction, over one connection. A full gym writes a
 * thousand chunks a second; one by one the commits would cost more than the samples. Whoever writes waits until its chunk is
 * committed, and hears what the database said to it alone.
 */
// the file is written anew after an erasure when nobody writes to it any more
@DependsOn("erasedPages")
@Component
class ChunkWriter implements SampleRepository.ChunkSink {
    private static final Logger LOG = LoggerFactory.getLogger(ChunkWriter.class);

    /** Each recorder has one chunk here at most; a recorder that finds no room waits for it. */
    private static final int WAITING = 2048;

    private static final int MOST_AT_ONCE = 128;
    private static final String INSERT =
            "insert into sample_chunk (set_id, chunk_number, sample_count, payload) values (?, ?, ?, ?)";

    private final BlockingQueue<Chunk> waiting = new ArrayBlockingQueue<>(WAITING);
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Thread writer = new Thread(this::run, "sample-writer");
    private volatile boolean closed;

    ChunkWriter(JdbcTemplate jdbc, PlatformTransactionManager transactions, MeterRegistry meters) {
        Gauge.builder("plumbline.chunks.waiting", waiting, BlockingQueue::size)
                .description("Chunks of samples that wait for the database")
                .register(meters);
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        writer.setDaemon(true);
        writer.start();
    }

    private record Chunk(UUID setId, int number, int samples, byte[] payload, CompletableFuture<Void> written) {
        Object[] row() {
            return new Object[] {setId, number, samples, payload};
        }
    }

    /** Returns when the chunk is committed; throws what Spring makes of the database's refusal. */
    @Override
    public void write(UUID setId, int number, int samples, byte[] payload) {
        Chunk chunk = new Chunk(setId, number, samples, payload, new CompletableFuture<>());
        if (closed) {
            // at the very end: the last ones find nobody to wait with
            jdbc.update(INSERT, chunk.row());
            return;
        }
        try {
            waiting.put(chunk);
            chunk.written().join();
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw refused;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a chunk waited to be written", stopped);
        }
    }

    private void run() {
        List<Chunk> together = new ArrayList<>();
        while (!closed || !waiting.isEmpty()) {
            try {
                Chunk first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                together.add(first);
                waiting.drainTo(together, MOST_AT_ONCE - 1);
                write(together);
            } catch (InterruptedException nobodyInterruptsIt) {
                LOG.warn("Interrupted; goes on", nobodyInterruptsIt);
            } catch (Throwable unforeseen) {
                LOG.error("Writing samples failed", unforeseen);
                together.forEach(chunk -> chunk.written().completeExceptionally(unforeseen));
            } finally {
                together.clear();
            }
        }
    }

    private void write(List<Chunk> together) {
        if (together.size() > 1 && writeAtOnce(together)) {
            return;
        }
        for (Chunk chunk : together) {
            try {
                jdbc.update(INSERT, chunk.row());
                chunk.written().complete(null);
            } catch (RuntimeException refused) {
                chunk.written().completeExceptionally(refused);
            }
        }
    }

    /** False where one of them was refused for what it is: then each has to hear for itself. A database that is gone is gone for all. */
    private boolean writeAtOnce(List<Chunk> together) {
        try {
            transaction.executeWithoutResult(begun ->
                    jdbc.batchUpdate(INSERT, together.stream().map(Chunk::row).toList()));
            together.forEach(chunk -> chunk.written().complete(null));
        } catch (DataIntegrityViolationException refused) {
            LOG.debug("Some of {} chunks were refused, trying each alone", together.size(), refused);
            return false;
        } catch (RuntimeException failed) {
            together.forEach(chunk -> chunk.written().completeExceptionally(failed));
        }
        return true;
    }

    @PreDestroy
    void close() {
        closed = true;
    }
}
