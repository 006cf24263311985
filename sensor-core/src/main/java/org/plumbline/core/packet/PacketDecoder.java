package org.plumbline.core.packet;

/**
 * Turns the notifications of one device into samples and hands them to the sink it was built with.
 *
 * <p>A decoder never throws on bytes, whatever they are: it drops, counts what it drops and finds its way back. It
 * allocates nothing per sample. One thread at a time. The carrier it hands on is reused after the sink returns.
 *
 * <p>Samples carry specific force in m/s² (+9.81 along the axis that points up at rest), angular rate in rad/s,
 * right-handed axes, and the device's own time, unwrapped, in microseconds. A device without a clock gets a time made
 * of the count of its samples, see {@link SampleCountClock}. Every sample carries the arrival of its notification.
 */
public interface PacketDecoder {
    /**
     * Takes one notification.
     *
     * @param bytes where it lies; not kept
     * @param from its first byte
     * @param to after its last byte
     * @param arrivalMicros when the host received it, on the host's monotonic clock
     */
    void accept(byte[] bytes, int from, int to, long arrivalMicros);

    /** The connection was lost: parts of frames are forgotten, and the next sample is marked as one after a gap. */
    void disconnected();

    /** No more notifications will come: hands on what is still held back. */
    void finish();

    /** What was decoded, lost and dropped so far; lives as long as the decoder. */
    PacketCounts counts();
}
