package org.plumbline.server.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;

/** A file of the embedded database whose writes wait for room ({@link FullDisk}). */
final class PatientFile extends FileBase {
    private final FileChannel file;

    PatientFile(FileChannel file) {
        this.file = file;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        return FullDisk.write(() -> file.write(from));
    }

    // not one at a time as in FileBase: who reads must not wait for who writes
    @Override
    public int write(ByteBuffer from, long position) throws IOException {
        return FullDisk.write(() -> file.write(from, position));
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return file.read(into);
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        return file.read(into, position);
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public FileChannel position(long newPosition) throws IOException {
        file.position(newPosition);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        file.truncate(size);
        return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        file.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }
}
