package org.plumbline.server.wearable;

/** Takes frames from the thread of a link. */
public interface SampleFrameSink {
    /** Takes a frame, waiting while the reader is behind: for sources that can wait. Lets go when the reader has ended. */
    void deliver(SampleFrame frame) throws InterruptedException;

    /** Takes a frame if there is room: for radios, which cannot wait and count what is lost. */
    boolean offer(SampleFrame frame);

    /** Something a person should know while the stream goes on, in plain words. */
    void notice(String message);

    /** No more frames will come: the stream is over, or was closed. Told once, or else {@link #failed} is. */
    void ended();

    /** No more frames will come although there may be more; {@code reason} says why in plain words. */
    void failed(String reason);
}
