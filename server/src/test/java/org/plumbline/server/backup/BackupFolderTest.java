package org.plumbline.server.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFolderTest {
    private static final Instant NOW = Instant.parse("2026-11-21T03:30:00Z");

    @TempDir
    Path path;

    @Test
    void ofAYearOfNightsSevenDaysAndFourWeeksAreKept() throws IOException {
        BackupFolder folder = new BackupFolder(path);
        for (int day = 365; day >= 0; day--) {
            Instant night = NOW.minus(day, ChronoUnit.DAYS);
            put(folder, night);
            folder.tidy(7, 4, night);
        }
        List<Instant> kept =
                folder.all().stream().map(BackupFolder.Backup::madeAt).toList();
        assertEquals(11, kept.size(), kept.toString());
        for (int day = 0; day < 7; day++) {
            assertEquals(NOW.minus(day, ChronoUnit.DAYS), kept.get(day));
        }
        for (int week = 7; week < 11; week++) {
            assertTrue(Duration.between(kept.get(week), NOW).compareTo(BackupFolder.OLDEST) < 0);
        }
        assertEquals(22, Files.list(path).count(), "the checksums of the others went with them");
    }

    @Test
    void ofOneDayTheNewestIsKept() throws IOException {
        BackupFolder folder = new BackupFolder(path);
        put(folder, NOW.minus(2, ChronoUnit.HOURS));
        put(folder, NOW);
        folder.tidy(7, 4, NOW);
        assertEquals(
                List.of(NOW),
                folder.all().stream().map(BackupFolder.Backup::madeAt).toList());
    }

    @Test
    void whatIsTooOldGoesAlsoWhereNoOtherIsMadeAndTheLastOneToo() throws IOException {
        BackupFolder folder = new BackupFolder(path);
        put(folder, NOW.minus(BackupFolder.OLDEST).minusSeconds(1));
        put(folder, NOW.minus(BackupFolder.OLDEST));
        assertEquals(1, folder.deleteTooOld(NOW));
        assertEquals(
                List.of(NOW.minus(BackupFolder.OLDEST)),
                folder.all().stream().map(BackupFolder.Backup::madeAt).toList());
        assertEquals(1, folder.deleteTooOld(NOW.plusSeconds(1)));
        assertEquals(List.of(), folder.all(), "whoever was erased was promised that");
    }

    @Test
    void whatAKillLeftOfABackupThatWasBeingMadeGoesAndNothingElse() throws IOException {
        BackupFolder folder = new BackupFolder(path);
        put(folder, NOW);
        Path tried = Files.createDirectory(path.resolve(".plumbline-20260101-033000.zip.tried"));
        Files.writeString(tried.resolve("plumbline.mv.db"), "a database");
        Files.writeString(path.resolve(".plumbline-20260101-033000.zip.part"), "half a backup");
        Files.writeString(path.resolve("mine.zip.part"), "somebody's");

        folder.deleteUnfinished();

        try (Stream<Path> left = Files.list(path)) {
            assertEquals(
                    List.of("mine.zip.part"),
                    left.map(file -> file.getFileName().toString())
                            .filter(name -> !name.startsWith("plumbline-"))
                            .toList());
        }
        assertEquals(1, folder.all().size());
    }

    @Test
    void aByteThatChangedIsSeen() throws IOException {
        BackupFolder folder = new BackupFolder(path);
        Path backup = put(folder, NOW);
        assertTrue(BackupFolder.isWhole(backup));
        Files.writeString(backup, "Something else");
        assertFalse(BackupFolder.isWhole(backup));
    }

    @Test
    void aChecksumThatAPowerCutLeftEmptySaysNothingAgainstTheBackup() throws IOException {
        Path backup = put(new BackupFolder(path), NOW);
        Path checksum = backup.resolveSibling(backup.getFileName() + BackupFolder.CHECKSUM);
        Files.writeString(checksum, "");
        assertTrue(BackupFolder.isWhole(backup));
        Files.writeString(checksum, "0".repeat(64));
        assertFalse(BackupFolder.isWhole(backup));
    }

    @Test
    void otherFilesInTheFolderAreLeftAlone() throws IOException {
        Files.writeString(path.resolve("plumbline-holiday.zip"), "mine");
        BackupFolder folder = new BackupFolder(path);
        put(folder, NOW);
        folder.tidy(1, 0, NOW.plus(9, ChronoUnit.DAYS));
        assertTrue(Files.exists(path.resolve("plumbline-holiday.zip")));
    }

    private Path put(BackupFolder folder, Instant madeAt) throws IOException {
        Path name = folder.nameFor(madeAt);
        BackupFolder.put(Files.writeString(path.resolve("whole"), "something"), name);
        return name;
    }
}
