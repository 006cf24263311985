package org.plumbline.server.exchange;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A body that is packed while it is read. One that breaks off gets no end: whoever unpacks it sees that it is not whole, and where
 * nothing of it was sent yet, another answer can be given.
 */
final class PackedBody {
    private PackedBody() {}

    /** Opens what packs. */
    interface Packing<P extends OutputStream> {
        P into(OutputStream out) throws IOException;
    }

    /** Writes what is to be packed. */
    interface Content<P extends OutputStream> {
        void write(P packed) throws IOException;
    }

    static <P extends OutputStream> void write(OutputStream out, Packing<P> packing, Content<P> content)
            throws IOException {
        Gate gate = new Gate(out);
        try (P packed = packing.into(gate)) {
            boolean whole = false;
            try {
                content.write(packed);
                whole = true;
            } finally {
                gate.shut = !whole;
            }
        }
    }

    /** Once it is shut nothing goes through, the end neither. */
    private static final class Gate extends FilterOutputStream {
        private boolean shut;

        Gate(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            if (!shut) {
                out.write(one);
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (!shut) {
                out.write(bytes, from, length);
            }
        }

        @Override
        public void flush() throws IOException {
            if (!shut) {
                out.flush();
            }
        }

        @Override
        public void close() throws IOException {
            if (!shut) {
                out.close();
            }
        }
    }
}
