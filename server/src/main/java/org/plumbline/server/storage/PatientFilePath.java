package org.plumbline.server.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** Files of the embedded database whose writes wait for room ({@link FullDisk}): those of addresses that name this scheme. */
public final class PatientFilePath extends FilePathWrapper {
    /** Begins the name of such a file in an address: {@code jdbc:h2:file:patient:/var/lib/…}. */
    public static final String PREFIX = "patient:";

    /** For H2, which makes its paths by reflection. */
    public PatientFilePath() {
        // nothing to do
    }

    /** Has H2 know the scheme; again does nothing. */
    public static void register() {
        FilePath.register(new PatientFilePath());
    }

    /** The name of a file as everybody else knows it. */
    public static String plain(String name) {
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    }

    @Override
    public String getScheme() {
        return PREFIX.substring(0, PREFIX.length() - 1);
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new PatientFile(super.open(mode));
    }
}
