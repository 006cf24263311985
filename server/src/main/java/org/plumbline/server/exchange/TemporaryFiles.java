package org.plumbline.server.exchange;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Files that are there while a request is answered: uploads, and tables of an archive. They stand in the data directory, which is this
 * server's alone: what one that was killed left there can be told from what another one uses, and is deleted at the next start.
 */
@Component
public class TemporaryFiles implements SmartInitializingSingleton {
    /** Name of their folder in the data directory. */
    public static final String FOLDER = "temporary";

    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFiles.class);

    private final Path folder;

    TemporaryFiles(@Value("${plumbline.data-dir}") Path dataDirectory) {
        this.folder = dataDirectory.toAbsolutePath().normalize().resolve(FOLDER);
    }

    /** Before anybody is answered. */
    @Override
    public void afterSingletonsInstantiated() {
        clear();
        try {
            Files.createDirectories(folder);
        } catch (IOException full) {
            LOG.warn("There is no folder for uploads", full);
        }
    }

    /** An empty file; whoever asked for it deletes it. */
    Path make(String what) throws IOException {
        // also where the disk had no room for the folder at the start
        Files.createDirectories(folder);
        return Files.createTempFile(folder, what + "-", null);
    }

    @PreDestroy
    void clear() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException stays) {
            LOG.warn("Not all that was left of uploads could be deleted; it is tried again at the next start", stays);
        }
    }
}
