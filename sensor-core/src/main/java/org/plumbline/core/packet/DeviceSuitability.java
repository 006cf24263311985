package org.plumbline.core.packet;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * Whether a device found by the radio can be used.
 *
 * @param verdict what is known
 * @param family the family whose decoder fits, where there is one
 * @param reason a sentence for the person, empty where the device is confirmed
 */
public record DeviceSuitability(Verdict verdict, Optional<DeviceFamily> family, String reason) {
    /** What is known of a device. */
    public enum Verdict {
        /** Its services say that its notifications can be decoded. */
        CONFIRMED,
        /** Its name says so; its services must be looked at before anything is written to it. */
        LIKELY,
        /** It is known, and cannot be used. */
        UNSUITABLE,
        /** It is not known. */
        UNKNOWN
    }

    /** What an advertisement says: a name, and services if it lists any. */
    public static DeviceSuitability ofAdvertisement(String name, Collection<UUID> services) {
        DeviceSuitability byServices = ofServices(name, services);
        if (byServices.verdict() != Verdict.UNKNOWN) {
            return byServices;
        }
        for (DeviceFamily family : DeviceFamily.values()) {
            if (family.isNamed(name)) {
                return new DeviceSuitability(
                        Verdict.LIKELY, Optional.of(family), "By its name it can be used. Connect to make sure.");
            }
        }
        return byServices;
    }

    /** What a connected device really has: the identifiers of its services, and of its characteristics if known. */
    public static DeviceSuitability ofServices(String name, Collection<UUID> identifiers) {
        if (identifiers.contains(DeviceFamily.TIMU.service())) {
            return new DeviceSuitability(Verdict.CONFIRMED, Optional.of(DeviceFamily.TIMU), "");
        }
        for (UnsuitableDevice device : UnsuitableDevice.values()) {
            if (device.isMeant(name, identifiers)) {
                return refused(device.reason());
            }
        }
        for (DeviceFamily family : DeviceFamily.values()) {
            if (identifiers.contains(family.service())) {
                return ofService(family, name);
            }
        }
        return new DeviceSuitability(
                Verdict.UNKNOWN, Optional.empty(), "It has no motion service that Plumbline knows.");
    }

    /** A DOT that was set to a payload without specific force and angular rate. */
    public static DeviceSuitability ofDotPayload(DotPayload payload) {
        return payload.hasSamples()
                ? new DeviceSuitability(Verdict.CONFIRMED, Optional.of(DeviceFamily.MOVELLA_DOT), "")
                : refused("It sends a finished orientation or acceleration without gravity, not what its sensors"
                        + " measure.");
    }

    /** A Polar sensor, after it was asked for the gyroscope's settings. */
    public static DeviceSuitability ofPolar(boolean hasGyroscope) {
        return hasGyroscope
                ? new DeviceSuitability(Verdict.CONFIRMED, Optional.of(DeviceFamily.POLAR), "")
                : refused(UnsuitableDevice.POLAR_H10.reason());
    }

    private static DeviceSuitability ofService(DeviceFamily family, String name) {
        if (family == DeviceFamily.POLAR) {
            return new DeviceSuitability(
                    Verdict.LIKELY, Optional.of(family), "It can be used if it has a gyroscope. Ask it for that.");
        }
        if (family == DeviceFamily.WITMOTION && !family.isNamed(name)) {
            return new DeviceSuitability(
                    Verdict.LIKELY, Optional.of(family), "It has the service of a WitMotion sensor, but not its name.");
        }
        return new DeviceSuitability(Verdict.CONFIRMED, Optional.of(family), "");
    }

    private static DeviceSuitability refused(String reason) {
        return new DeviceSuitability(Verdict.UNSUITABLE, Optional.empty(), reason);
    }
}
