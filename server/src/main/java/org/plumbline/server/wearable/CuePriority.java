package org.plumbline.server.wearable;

/**
 * Priority of the threads that a cue goes through, from the radio to the screen: before whoever starts a set, asks for a page,
 * writes to the database or collects garbage. They are few, sleep most of the time and never wait for a disk.
 *
 * <p>Java hands priorities to Linux only where it is told to ({@code -XX:ThreadPriorityPolicy=1}) and where the service may raise
 * them ({@code LimitNICE=} of systemd); elsewhere this changes nothing.
 */
public final class CuePriority {
    public static final int OF_THREADS = Thread.MAX_PRIORITY;

    private CuePriority() {}
}
