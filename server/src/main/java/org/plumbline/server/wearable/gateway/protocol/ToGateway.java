package org.plumbline.server.wearable.gateway.protocol;

import java.util.UUID;

/** What the server asks of a gateway. Those with a number are answered by that number. */
public sealed interface ToGateway extends GatewayMessage {
    /** A command that is answered. */
    sealed interface Request extends ToGateway {
        int request();
    }

    /** Begin to scan. */
    record Scan() implements ToGateway {
        static final int TYPE = 0x41;

        @Override
        public int type() {
            return TYPE;
        }
    }

    /** End the scan. */
    record StopScan() implements ToGateway {
        static final int TYPE = 0x42;

        @Override
        public int type() {
            return TYPE;
        }
    }

    /** Connect a device. */
    record Connect(String address) implements ToGateway {
        static final int TYPE = 0x43;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void write(FrameWriter out) {
            out.text(address);
        }

        static Connect read(FrameReader in) throws GatewayFormatException {
            return new Connect(in.text());
        }
    }

    /** Disconnect a device. */
    record Disconnect(String address) implements ToGateway {
        static final int TYPE = 0x44;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void write(FrameWriter out) {
            out.text(address);
        }

        static Disconnect read(FrameReader in) throws GatewayFormatException {
            return new Disconnect(in.text());
        }
    }

    /** Say what a connected device has. */
    record AskIdentifiers(int request, String address) implements Request {
        static final int TYPE = 0x45;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void write(FrameWriter out) {
            out.i32(request).text(address);
        }

        static AskIdentifiers read(FrameReader in) throws GatewayFormatException {
            return new AskIdentifiers(in.i32(), in.text());
        }
    }

    /** Read a characteristic. */
    record Read(int request, String address, UUID characteristic) implements Request {
        static final int TYPE = 0x46;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void write(FrameWriter out) {
            out.i32(request).text(address).uuid(characteristic);
        }

        static Read read(FrameReader in) throws GatewayFormatException {
            return new Read(in.i32(), in.text(), in.uuid());
        }
    }

    /** Write a characteristic. */
    record Write(int request, String address, UUID characteristic, byte[] value) implements Request {
        static final int TYPE = 0x47;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void write(FrameWriter out) {
            out.i32(request).text(address).uuid(characteristic).bytes(value);
        }

        static Write read(FrameReader in) throws GatewayFormatException {
            return new Write(in.i32(), in.text(), in.uuid(), in.bytes());
        }
    }

    /** Turn on notifications of a characteristic. */
    record Subscribe(int request, String address, UUID characteristic) implements Request {
        static final int TYPE = 0x48;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void write(FrameWriter out) {
            out.i32(request).text(address).uuid(characteristic);
        }

        static Subscribe read(FrameReader in) throws GatewayFormatException {
            return new Subscribe(in.i32(), in.text(), in.uuid());
        }
    }

    /** End the scan and every connection: nobody needs them now. */
    record Release(int request) implements Request {
        static final int TYPE = 0x49;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void write(FrameWriter out) {
            out.i32(request);
        }

        static Release read(FrameReader in) throws GatewayFormatException {
            return new Release(in.i32());
        }
    }

    /** Say what your clock shows; once a second, so that both sides also know that the other is there. */
    record AskClock(long asked) implements ToGateway {
        static final int TYPE = 0x4A;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void write(FrameWriter out) {
            out.i64(asked);
        }

        static AskClock read(FrameReader in) throws GatewayFormatException {
            return new AskClock(in.i64());
        }
    }
}
