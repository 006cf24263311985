package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ChunkWriterTest {
    private static final UUID SET = UUID.randomUUID();

    private final DriverManagerDataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
    private final JdbcTemplate jdbc = new JdbcTemplate(database) {
        @Override
        public int[] batchUpdate(String sql, List<? extends Object[]> rows) {
            batches.add(rows.size());
            return super.batchUpdate(sql, rows);
        }
    };
    private final ExecutorService recorders = Executors.newFixedThreadPool(60);
    private ChunkWriter writer;

    @BeforeEach
    void start() {
        jdbc.execute("create table sample_chunk (set_id uuid, chunk_number int, sample_count int, payload varbinary,"
                + " primary key (set_id, chunk_number))");
        writer = new ChunkWriter(jdbc, new DataSourceTransactionManager(database), new SimpleMeterRegistry());
    }

    @AfterEach
    void stop() {
        writer.close();
        recorders.shutdownNow();
        jdbc.execute("shutdown");
    }

    @Test
    void whatWaitsAtOneMomentGoesTogetherAndAllOfItIsThereWhenItsWriterGoesOn() {
        List<CompletableFuture<Void>> written = new ArrayList<>();
        for (int number = 0; number < 600; number++) {
            written.add(write(number));
        }
        written.forEach(CompletableFuture::join);
        assertEquals(600, count());
        assertTrue(batches.stream().mapToInt(Integer::intValue).max().orElse(0) > 5, "together: " + batches);
    }

    @Test
    void aChunkThatIsThereAlreadyIsRefusedToItsOwnWriterAndToNobodyElse() {
        write(7).join();
        List<CompletableFuture<Void>> others = new ArrayList<>();
        CompletableFuture<Void> twice = null;
        for (int number = 100; number < 150; number++) {
            others.add(write(number));
            twice = number == 120 ? write(7) : twice;
        }
        CompletableFuture<Void> second = twice;
        CompletionException refused = assertThrows(CompletionException.class, second::join);
        assertEquals(DuplicateKeyException.class, refused.getCause().getClass());
        others.forEach(CompletableFuture::join);
        assertEquals(51, count());
    }

    private CompletableFuture<Void> write(int number) {
        return CompletableFuture.runAsync(() -> writer.write(SET, number, 1, new byte[1000]), recorders);
    }

    private int count() {
        return jdbc.queryForObject("select count(*) from sample_chunk", Integer.class);
    }
}
