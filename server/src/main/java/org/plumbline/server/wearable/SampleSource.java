package org.plumbline.server.wearable;

import java.io.Closeable;
import java.io.IOException;
import org.plumbline.core.imu.ImuSample;

/** Samples in the order of their arrival, read at the reader's own pace. */
public interface SampleSource extends Closeable {
    /** Fills {@code into} with the next sample; false at the end. */
    boolean next(ImuSample into) throws IOException;

    @Override
    default void close() throws IOException {}
}
