package org.plumbline.server.wearable.radio;

/** Whether the radio itself works. */
public enum RadioState {
    /** It can scan and connect. */
    READY,
    /** It cannot: its service stopped, its bus died, its process ended. {@link #READY} follows if it comes back. */
    LOST
}
