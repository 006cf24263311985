package org.plumbline.server.wearable;

/** Takes frames from the thread of a link. */
public interface SampleFrameSink {
    /** Takes a frame, waiting while the reader is behind: for sources that can wait. Lets go when the reader has ended. */
    void deliver(SampleFrame frame) throws InterruptedException;

    /** Takes a frame if there is room: for radios, which cannot wait and count what is lost. */
    boolean offer(SampleFrame frame);

    /** No more frames will come; {@code reason} says why in plain words. */
    void ended(String reason);
}
