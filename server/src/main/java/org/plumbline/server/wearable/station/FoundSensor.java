package org.plumbline.server.wearable.station;

/**
 * A device that was heard and is not paired.
 *
 * @param address what it is known by
 * @param name what it advertises; may be empty
 * @param rssiDbm strength of its signal, dBm; nearer is higher
 * @param family name of its family, empty where unknown
 * @param usable whether it can be paired
 * @param reason why it cannot, or what is to be made sure of; may be empty
 */
public record FoundSensor(String address, String name, int rssiDbm, String family, boolean usable, String reason) {}
