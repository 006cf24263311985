package org.plumbline.server.wearable;

/** A running stream of samples. */
public interface LinkConnection extends AutoCloseable {
    /** Ends the stream; no frame is delivered once this has returned. Closing twice is harmless. */
    @Override
    void close();
}
