package org.plumbline.server.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Sha256;

/**
 * A folder of backups. Each is a zip file named by the moment it was made, in UTC, with its SHA-256 beside it as
 * {@code sha256sum} writes and checks it.
 */
public final class BackupFolder {
    /** No backup gets older, so that whoever was erased is gone from all of them by then. */
    public static final Duration OLDEST = Duration.ofDays(40);

    static final String CHECKSUM = ".sha256";
    private static final String BEGINNING = "plumbline-";
    private static final String ENDING = ".zip";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'" + BEGINNING + "'uuuuMMdd-HHmmss'" + ENDING + "'");

    private final Path path;

    public BackupFolder(Path path) {
        this.path = path;
    }

    /** That of a data directory, or the one that was chosen instead. */
    static BackupFolder in(Path dataDirectory, @Nullable String chosen) {
        return new BackupFolder(chosen == null ? dataDirectory.resolve("backups") : Path.of(chosen));
    }

    public Path path() {
        return path;
    }

    /** A backup, and when it was made. */
    public record Backup(Path file, Instant madeAt) {}

    /** All of them, newest first. */
    public List<Backup> all() throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(BackupFolder::named)
                    .filter(Objects::nonNull)
                    .sorted(Comparator.comparing(Backup::madeAt).reversed())
                    .toList();
        }
    }

    public Optional<Backup> newest() throws IOException {
        return all().stream().findFirst();
    }

    /** When a backup was made by its name, where it has the one it was given. */
    static Optional<Instant> madeAt(Path file) {
        return Optional.ofNullable(named(file)).map(Backup::madeAt);
    }

    private static @Nullable Backup named(Path file) {
        try {
            return new Backup(
                    file,
                    LocalDateTime.parse(file.getFileName().toString(), NAME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException another) {
            return null;
        }
    }

    /** The name of a backup made at that moment. */
    Path nameFor(Instant madeAt) {
        return path.resolve(NAME.format(madeAt.atOffset(ZoneOffset.UTC)));
    }

    /** Gives a whole file its name, with its checksum beside it. */
    static void put(Path whole, Path name) throws IOException {
        Path checksum = checksumOf(name);
        Path written = checksum.resolveSibling(checksum.getFileName() + ".part");
        Files.writeString(written, Sha256.of(Files.newInputStream(whole)) + "  " + name.getFileName() + "\n");
        Files.move(written, checksum, StandardCopyOption.REPLACE_EXISTING);
        Files.move(whole, name, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Whether the file is the one its checksum was made of; also where no checksum stands beside it, or an empty one, as a
     * power cut leaves it.
     */
    static boolean isWhole(Path backup) throws IOException {
        Optional<String> said = checksumBeside(backup);
        return said.isEmpty() || said.get().startsWith(Sha256.of(Files.newInputStream(backup)));
    }

    /** What its checksum says; empty where none stands beside it, or an empty one. */
    static Optional<String> checksumBeside(Path backup) throws IOException {
        Path checksum = checksumOf(backup);
        return Files.exists(checksum)
                ? Optional.of(Files.readString(checksum, StandardCharsets.UTF_8).strip())
                        .filter(said -> !said.isEmpty())
                : Optional.empty();
    }

    private static Path checksumOf(Path backup) {
        return backup.resolveSibling(backup.getFileName() + CHECKSUM);
    }

    /** Deletes what is not kept: the newest of each of so many days stays, and the newest of each of so many weeks before. */
    void tidy(int days, int weeks, Instant now) throws IOException {
        List<Backup> all = all();
        Set<Backup> kept = kept(all, days, weeks, now);
        for (Backup backup : all) {
            if (!kept.contains(backup)) {
                delete(backup);
            }
        }
    }

    /**
     * Deletes what is older than any backup gets, the last one too: what was promised to those who were erased goes first.
     *
     * @return how many those were
     */
    int deleteTooOld(Instant now) throws IOException {
        List<Backup> tooOld =
                all().stream().filter(backup -> isTooOld(backup, now)).toList();
        for (Backup backup : tooOld) {
            delete(backup);
        }
        return tooOld.size();
    }

    /** Deletes what a kill left of backups that were being made. For whoever alone makes them here, and makes none meanwhile. */
    void deleteUnfinished() throws IOException {
        if (!Files.isDirectory(path)) {
            return;
        }
        String names = "." + BEGINNING + "*" + ENDING + "{" + EmbeddedCopy.WRITTEN + "," + EmbeddedCopy.TRIED + "}";
        try (DirectoryStream<Path> left = Files.newDirectoryStream(path, names)) {
            for (Path one : left) {
                if (Files.isDirectory(one)) {
                    EmbeddedCopy.discard(one);
                } else {
                    Files.deleteIfExists(one);
                }
            }
        }
    }

    private static boolean isTooOld(Backup backup, Instant now) {
        return backup.madeAt().isBefore(now.minus(OLDEST));
    }

    private static void delete(Backup backup) throws IOException {
        Files.deleteIfExists(backup.file());
        Files.deleteIfExists(checksumOf(backup.file()));
    }

    private static Set<Backup> kept(List<Backup> newestFirst, int days, int weeks, Instant now) {
        Set<Backup> kept = new HashSet<>();
        Set<Object> seenDays = new HashSet<>();
        Set<Object> seenWeeks = new HashSet<>();
        for (Backup backup : newestFirst) {
            LocalDateTime at = LocalDateTime.ofInstant(backup.madeAt(), ZoneOffset.UTC);
            if (isTooOld(backup, now)) {
                continue;
            } else if (kept.isEmpty()) {
                // however few are wanted
                kept.add(backup);
                seenDays.add(at.toLocalDate());
            } else if (seenDays.contains(at.toLocalDate())) {
                continue;
            } else if (seenDays.size() < days) {
                seenDays.add(at.toLocalDate());
                kept.add(backup);
            } else {
                Object week = at.get(IsoFields.WEEK_BASED_YEAR) * 100 + at.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
                if (!seenWeeks.contains(week) && seenWeeks.size() < weeks) {
                    seenWeeks.add(week);
                    kept.add(backup);
                }
            }
        }
        return kept;
    }
}
