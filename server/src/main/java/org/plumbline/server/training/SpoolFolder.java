package org.plumbline.server.training;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The folder of spool files, and how much may stand in it. */
final class SpoolFolder {
    /** An embedded database on the same disk needs some room to get going again. */
    private static final long LEFT_FREE_BYTES = 32L << 20;

    /** Of a disk that is smaller than that, or hardly larger, such a part. */
    private static final int LEFT_FREE_PART = 8;

    private final Path path;
    private final long mostBytes;
    private long usedBytes;

    SpoolFolder(Path path, long mostBytes) {
        this.path = path;
        this.mostBytes = mostBytes;
    }

    /** What stands in it now. */
    synchronized void used(long bytes) {
        usedBytes = bytes;
    }

    SpoolFile create(UUID setId) throws IOException {
        return SpoolFile.create(path, setId);
    }

    synchronized void append(SpoolFile file, List<SetWrite> writes) throws IOException {
        if (usedBytes >= mostBytes) {
            throw new IOException("there are " + usedBytes + " bytes in " + path + ", and no more may be");
        }
        FileStore disk = Files.getFileStore(path);
        if (disk.getUsableSpace() < leftFree(disk.getTotalSpace())) {
            throw new IOException("the disk of " + path + " is full");
        }
        long before = file.length();
        file.append(writes);
        usedBytes += file.length() - before;
    }

    /** What stays free of a disk of that size, bytes. */
    static long leftFree(long diskBytes) {
        return Math.min(LEFT_FREE_BYTES, diskBytes / LEFT_FREE_PART);
    }

    /** Files that an earlier server left. */
    List<Path> left() throws IOException {
        return list(file -> file.toString().endsWith(SpoolFile.ENDING));
    }

    /** Files that were kept aside because they cannot be read, or not all of them. */
    List<Path> aside() throws IOException {
        return list(SpoolFile::isAside);
    }

    private List<Path> list(Predicate<Path> wanted) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(wanted).sorted().toList();
        }
    }
}
