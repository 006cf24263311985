package org.plumbline.server.wearable.gateway.protocol;

import java.nio.ByteBuffer;

/** Messages to frames and back. Big-endian; the limits hold for both directions. */
public final class GatewayCodec {
    /** Version of the protocol; both sides must speak the same. */
    public static final int VERSION = 1;
    /** Longest frame, bytes: {@link #MOST_UUIDS} identifiers and some. */
    public static final int MOST_FRAME_BYTES = 32_768;

    static final int MOST_TEXT_BYTES = 1024;
    /** Longest attribute value of Bluetooth, Core 5.4 Vol 3 Part F 3.2.9. */
    public static final int MOST_VALUE_BYTES = 512;

    static final int MOST_UUIDS = 1024;

    private GatewayCodec() {}

    /** @throws IllegalArgumentException where a value is longer than the protocol can carry */
    public static byte[] encode(GatewayMessage message) {
        FrameWriter out = new FrameWriter();
        out.u8(message.type());
        message.write(out);
        return out.frame();
    }

    /** @throws GatewayFormatException where it is no message of a gateway, with the reason in plain words */
    public static FromGateway decodeFromGateway(ByteBuffer frame) throws GatewayFormatException {
        FrameReader in = begin(frame);
        int type = in.u8();
        FromGateway message = switch (type) {
            case FromGateway.Hello.TYPE -> FromGateway.Hello.read(in);
            case FromGateway.Probe.TYPE -> FromGateway.Probe.read(in);
            case FromGateway.Radio.TYPE -> FromGateway.Radio.read(in);
            case FromGateway.Discovered.TYPE -> FromGateway.Discovered.read(in);
            case FromGateway.State.TYPE -> FromGateway.State.read(in);
            case FromGateway.Notification.TYPE -> FromGateway.Notification.read(in);
            case FromGateway.Dropped.TYPE -> FromGateway.Dropped.read(in);
            case FromGateway.Done.TYPE -> FromGateway.Done.read(in);
            case FromGateway.Value.TYPE -> FromGateway.Value.read(in);
            case FromGateway.Identifiers.TYPE -> FromGateway.Identifiers.read(in);
            case FromGateway.Failed.TYPE -> FromGateway.Failed.read(in);
            case FromGateway.Clock.TYPE -> FromGateway.Clock.read(in);
            default -> throw unknown(type);
        };
        in.end();
        return message;
    }

    /** @throws GatewayFormatException where it is no message of the server, with the reason in plain words */
    public static ToGateway decodeToGateway(ByteBuffer frame) throws GatewayFormatException {
        FrameReader in = begin(frame);
        int type = in.u8();
        ToGateway message = switch (type) {
            case ToGateway.Scan.TYPE -> new ToGateway.Scan();
            case ToGateway.StopScan.TYPE -> new ToGateway.StopScan();
            case ToGateway.Connect.TYPE -> ToGateway.Connect.read(in);
            case ToGateway.Disconnect.TYPE -> ToGateway.Disconnect.read(in);
            case ToGateway.AskIdentifiers.TYPE -> ToGateway.AskIdentifiers.read(in);
            case ToGateway.Read.TYPE -> ToGateway.Read.read(in);
            case ToGateway.Write.TYPE -> ToGateway.Write.read(in);
            case ToGateway.Subscribe.TYPE -> ToGateway.Subscribe.read(in);
            case ToGateway.Release.TYPE -> ToGateway.Release.read(in);
            case ToGateway.AskClock.TYPE -> ToGateway.AskClock.read(in);
            default -> throw unknown(type);
        };
        in.end();
        return message;
    }

    private static FrameReader begin(ByteBuffer frame) throws GatewayFormatException {
        if (frame.remaining() > MOST_FRAME_BYTES) {
            throw new GatewayFormatException(
                    "a frame may have " + MOST_FRAME_BYTES + " bytes, but has " + frame.remaining());
        }
        return new FrameReader(frame);
    }

    private static GatewayFormatException unknown(int type) {
        return new GatewayFormatException(
                String.format(java.util.Locale.ROOT, "no message begins with 0x%02X here", type));
    }
}
