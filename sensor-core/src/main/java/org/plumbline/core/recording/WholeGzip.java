package org.plumbline.core.recording;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks gzip, of one part or of several, and at its end tells whether the file goes on behind it. Java's own says nothing. */
final class WholeGzip extends GZIPInputStream {
    /** Checksum and length behind the packed bytes of a part. */
    private static final int TRAILER_BYTES = 8;

    private final Counted packed;
    private final Runnable goesOn;
    private long takenAtFill;
    private boolean ended;

    /** @param goesOn told once, at the end, where bytes follow that are no gzip */
    WholeGzip(InputStream packed, int bufferBytes, Runnable goesOn) throws IOException {
        this(new Counted(packed), bufferBytes, goesOn);
    }

    private WholeGzip(Counted packed, int bufferBytes, Runnable goesOn) throws IOException {
        super(packed, bufferBytes);
        this.packed = packed;
        this.goesOn = goesOn;
    }

    @Override
    protected void fill() throws IOException {
        super.fill();
        takenAtFill = packed.taken;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        if (count < 0 && !ended) {
            ended = true;
            // what was looked at behind the last part, to see whether another one follows, is taken and not given back
            long endOfLastPart = takenAtFill - inf.getRemaining() + TRAILER_BYTES;
            if (packed.taken > endOfLastPart || packed.read() >= 0) {
                goesOn.run();
            }
        }
        return count;
    }

    /** Counts what was taken. */
    private static final class Counted extends FilterInputStream {
        private long taken;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            taken += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = in.read(into, offset, length);
            taken += Math.max(0, count);
            return count;
        }
    }
}
