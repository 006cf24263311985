package org.plumbline.server.wearable.gateway.protocol;

import java.util.Set;
import java.util.UUID;
import org.plumbline.server.wearable.radio.ConnectionState;
import org.plumbline.server.wearable.radio.DiscoveredDevice;
import org.plumbline.server.wearable.radio.RadioState;

/** What a gateway says to the server. */
public sealed interface FromGateway extends GatewayMessage {
    /**
     * The first message of a connection.
     *
     * @param version {@link GatewayCodec#VERSION} of the gateway
     * @param nanos the gateway's monotonic clock as it is sent, ns
     * @param bootId identity of the running system, empty where unknown; with the server's own the two share one clock
     * @param program name and version of the gateway, for the log
     */
    record Hello(int version, long nanos, String bootId, String program) implements FromGateway {
        static final int TYPE = 0x01;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void write(FrameWriter out) {
            out.u16(version).i64(nanos).text(bootId).text(program);
        }

        static Hello read(FrameReader in) throws GatewayFormatException {
            return new Hello(in.u16(), in.i64(), in.text(), in.text());
        }
    }

    /**
     * Whether the gateway's radio can be used; again whenever that changes.
     *
     * @param kind the kind of radio it uses, empty where it has found none
     */
    record Probe(boolean usable, String kind, String reason) implements FromGateway {
        static final int TYPE = 0x02;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void write(FrameWriter out) {
            out.u8(usable ? 1 : 0).text(kind).text(reason);
        }

        static Probe read(FrameReader in) throws GatewayFormatException {
            return new Probe(in.flag(), in.text(), in.text());
        }
    }

    /** The opened radio is there or not. */
    record Radio(RadioState state, String reason) implements FromGateway {
        static final int TYPE = 0x03;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void write(FrameWriter out) {
            out.u8(Codes.of(state)).text(reason);
        }

        static Radio read(FrameReader in) throws GatewayFormatException {
            return new Radio(Codes.radioState(in.u8()), in.text());
        }
    }

    /** A device was heard in a scan. */
    record Discovered(DiscoveredDevice device) implements FromGateway {
        static final int TYPE = 0x04;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void write(FrameWriter out) {
            out.text(device.address()).text(device.name()).i16(device.rssiDbm()).uuids(device.serviceUuids());
        }

        static Discovered read(FrameReader in) throws GatewayFormatException {
            return new Discovered(new DiscoveredDevice(in.text(), in.text(), in.i16(), in.uuids()));
        }
    }

    /** The connection to a device has changed. */
    record State(String address, ConnectionState state, String reason) implements FromGateway {
        static final int TYPE = 0x05;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void write(FrameWriter out) {
            out.text(address).u8(Codes.of(state)).text(reason);
        }

        static State read(FrameReader in) throws GatewayFormatException {
            return new State(in.text(), Codes.connectionState(in.u8()), in.text());
        }
    }

    /** A characteristic has notified; {@code receivedNanos} on the gateway's monotonic clock. */
    record Notification(String address, UUID characteristic, long receivedNanos, byte[] value) implements FromGateway {
        static final int TYPE = 0x06;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void write(FrameWriter out) {
            out.text(address).uuid(characteristic).i64(receivedNanos).bytes(value);
        }

        static Notification read(FrameReader in) throws GatewayFormatException {
            return new Notification(in.text(), in.uuid(), in.i64(), in.bytes());
        }
    }

    /** Notifications of a device that this gateway has dropped since it began, because the way to the server was too slow. */
    record Dropped(String address, long total) implements FromGateway {
        static final int TYPE = 0x07;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void write(FrameWriter out) {
            out.text(address).i64(total);
        }

        static Dropped read(FrameReader in) throws GatewayFormatException {
            return new Dropped(in.text(), in.i64());
        }
    }

    /** A request is done and has nothing to give. */
    record Done(int request) implements FromGateway {
        static final int TYPE = 0x08;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void write(FrameWriter out) {
            out.i32(request);
        }

        static Done read(FrameReader in) throws GatewayFormatException {
            return new Done(in.i32());
        }
    }

    /** What a characteristic held. */
    record Value(int request, byte[] value) implements FromGateway {
        static final int TYPE = 0x09;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void write(FrameWriter out) {
            out.i32(request).bytes(value);
        }

        static Value read(FrameReader in) throws GatewayFormatException {
            return new Value(in.i32(), in.bytes());
        }
    }

    /** The services and characteristics of a connected device. */
    record Identifiers(int request, Set<UUID> identifiers) implements FromGateway {
        static final int TYPE = 0x0A;

        public Identifiers {
            identifiers = Set.copyOf(identifiers);
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void write(FrameWriter out) {
            out.i32(request).uuids(identifiers);
        }

        static Identifiers read(FrameReader in) throws GatewayFormatException {
            return new Identifiers(in.i32(), in.uuids());
        }
    }

    /** A request has failed, with the reason in plain words. */
    record Failed(int request, String reason) implements FromGateway {
        static final int TYPE = 0x0B;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void write(FrameWriter out) {
            out.i32(request).text(reason);
        }

        static Failed read(FrameReader in) throws GatewayFormatException {
            return new Failed(in.i32(), in.text());
        }
    }

    /** Answers {@link ToGateway.AskClock} at once: the server's number, and the gateway's monotonic clock, ns. */
    record Clock(long asked, long nanos) implements FromGateway {
        static final int TYPE = 0x0C;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void write(FrameWriter out) {
            out.i64(asked).i64(nanos);
        }

        static Clock read(FrameReader in) throws GatewayFormatException {
            return new Clock(in.i64(), in.i64());
        }
    }
}
