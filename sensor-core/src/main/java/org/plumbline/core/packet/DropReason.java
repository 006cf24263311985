package org.plumbline.core.packet;

/** Why bytes of a device gave no sample. */
public enum DropReason {
    /** The frame is longer or shorter than its kind allows. */
    WRONG_LENGTH,
    /** A kind of frame the decoder does not know, or another stream than the one asked for. */
    UNKNOWN_TYPE,
    /** The checksum does not agree. */
    BAD_CHECKSUM,
    /** A part of a frame whose rest never came. */
    INCOMPLETE,
    /** The frame belongs to a configuration or a sensor whose description is not known. */
    WRONG_CONFIGURATION,
    /** The frame came twice or out of order. */
    REPEATED,
    /** A value that no sensor gives: not a number, infinite, or far beyond any range. */
    IMPLAUSIBLE,
    /** A byte skipped while looking for the next frame; counted by the byte. */
    GARBAGE_BYTE,
    /** A sample of one stream without its partner in the other. */
    UNPAIRED
}
