package org.plumbline.server.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
    private static final IOException NO_ROOM = new IOException("No space left on device");

    private final AtomicBoolean full = new AtomicBoolean(true);

    @TempDir
    Path folder;

    @BeforeEach
    void aServerRuns() {
        FullDisk.waitForRoom(true);
    }

    @AfterEach
    void noneRuns() {
        FullDisk.waitForRoom(false);
    }

    @Test
    void aWriteWaitsUntilThereIsRoomAndWhoAsksMeanwhileIsTold() throws Exception {
        CompletableFuture<Integer> written = CompletableFuture.supplyAsync(this::write);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(FullDisk::isMet);
        assertEquals(NO_ROOM.getMessage(), FullDisk.refusal().getMessage());
        assertFalse(written.isDone());
        full.set(false);
        assertEquals(7, written.get(10, TimeUnit.SECONDS));
        assertFalse(FullDisk.isMet());
    }

    @Test
    void beforeAServerRunsAFullDiskIsToldAtOnce() {
        FullDisk.waitForRoom(false);
        assertSame(NO_ROOM, assertThrows(IOException.class, () -> FullDisk.write(this::refuse)));
    }

    @Test
    void anyOtherFailureIsToldAtOnceAndSoIsOneThatComesWhileItWaits() {
        IOException broken = new IOException("Input/output error");
        assertSame(
                broken,
                assertThrows(
                        IOException.class,
                        () -> FullDisk.write(() -> {
                            throw broken;
                        })));
        AtomicBoolean first = new AtomicBoolean(true);
        assertSame(
                broken,
                assertThrows(
                        IOException.class,
                        () -> FullDisk.write(() -> {
                            throw first.getAndSet(false) ? NO_ROOM : broken;
                        })));
        assertFalse(FullDisk.isMet());
    }

    @Test
    void whoIsInterruptedDoesNotWait() {
        Thread.currentThread().interrupt();
        assertTrue(FullDisk.isNoRoom(assertThrows(IOException.class, () -> FullDisk.write(this::refuse))));
        assertTrue(Thread.interrupted());
        assertFalse(FullDisk.isMet());
    }

    @Test
    void aFileOfItIsReadAndWrittenAndLockedAsAnyOther() throws IOException {
        Path path = folder.resolve("any");
        try (FileChannel file = new PatientFile(
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE))) {
            assertEquals(4, file.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4})));
            assertEquals(2, file.write(ByteBuffer.wrap(new byte[] {8, 9}), 3));
            assertEquals(4, file.position());
            assertEquals(5, file.size());
            file.truncate(4).position(1);
            ByteBuffer read = ByteBuffer.allocate(8);
            assertEquals(3, file.read(read));
            assertEquals(1, file.read(ByteBuffer.wrap(new byte[1]), 3));
            assertEquals(ByteBuffer.wrap(new byte[] {2, 3, 8}), read.flip());
            assertTrue(file.tryLock().isValid());
            file.force(true);
        }
        assertEquals(4, Files.size(path));
    }

    @Test
    void theDatabaseOpensTheSameFileUnderBothNames() throws Exception {
        PatientFilePath.register();
        String name = folder.resolve("plumbline") + ";TRACE_LEVEL_FILE=0";
        try (Connection first = DriverManager.getConnection("jdbc:h2:file:" + PatientFilePath.PREFIX + name);
                Statement statement = first.createStatement()) {
            statement.execute("create table kept as select 7 as number");
        }
        assertTrue(Files.exists(folder.resolve("plumbline.mv.db")));
        try (Connection plain = DriverManager.getConnection("jdbc:h2:file:" + name + ";IFEXISTS=TRUE");
                Statement statement = plain.createStatement();
                ResultSet row = statement.executeQuery("select number from kept")) {
            assertTrue(row.next());
            assertEquals(7, row.getInt(1));
        }
    }

    private int write() {
        try {
            return FullDisk.write(this::refuse);
        } catch (IOException refused) {
            throw new AssertionError(refused);
        }
    }

    private int refuse() throws IOException {
        if (full.get()) {
            throw NO_ROOM;
        }
        return 7;
    }
}
