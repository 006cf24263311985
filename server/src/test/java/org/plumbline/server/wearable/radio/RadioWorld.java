package org.plumbline.server.wearable.radio;

import java.time.Duration;

/** What a radio under test hears, and what happens to it. */
public interface RadioWorld extends AutoCloseable {
    /** The radio under test. */
    Radio radio(int queueCapacity);

    /** The link to a device breaks; it stays in reach. */
    void dropConnection(String address);

    /** A device is switched off, and the radio forgets it. */
    void vanish(String address);

    /** A device that had vanished is switched on: the next scan hears it. */
    void comeBack(String address);

    /** Connecting to the device takes so long. */
    void connectsSlowly(String address, Duration delay);

    /** The radio, or its service, is gone. */
    void stopRadio();

    /** It is there again and has forgotten its devices. */
    void startRadio();

    @Override
    void close();
}
