package org.plumbline.core.packet;

/** What became of the bytes of one device, since the decoder was made. */
public final class PacketCounts {
    private static final int REASONS = DropReason.values().length;

    private final long[] dropped = new long[REASONS];
    private long samples;
    private long lostSamples;
    private long gaps;
    private long restarts;
    private long resynchronisations;

    /** Samples handed on. */
    public long samples() {
        return samples;
    }

    /** Samples the device took that never came: exact or estimated, as the device allows. */
    public long lostSamples() {
        return lostSamples;
    }

    /** How often samples were lost. */
    public long gaps() {
        return gaps;
    }

    /** How often the device's clock began anew. */
    public long restarts() {
        return restarts;
    }

    /** How often the beginning of a frame had to be searched for. */
    public long resynchronisations() {
        return resynchronisations;
    }

    /** Frames dropped for that reason; bytes for {@link DropReason#GARBAGE_BYTE}. */
    public long dropped(DropReason reason) {
        return dropped[reason.ordinal()];
    }

    /** Whether nothing was ever dropped. */
    public boolean nothingDropped() {
        for (long count : dropped) {
            if (count > 0) {
                return false;
            }
        }
        return true;
    }

    void sample() {
        samples++;
    }

    void gap(long missing) {
        gaps++;
        lostSamples += missing;
    }

    void restart() {
        restarts++;
    }

    void resynchronised() {
        resynchronisations++;
    }

    void drop(DropReason reason) {
        dropped[reason.ordinal()]++;
    }
}
