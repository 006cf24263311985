package org.plumbline.server.wearable.gateway.protocol;

import org.plumbline.server.wearable.radio.ConnectionState;
import org.plumbline.server.wearable.radio.RadioState;

/** The numbers that stand for states. Written out: the order of an enum's constants is no protocol. */
final class Codes {
    private Codes() {}

    static int of(RadioState state) {
        return switch (state) {
            case READY -> 1;
            case LOST -> 2;
        };
    }

    static RadioState radioState(int code) throws GatewayFormatException {
        return switch (code) {
            case 1 -> RadioState.READY;
            case 2 -> RadioState.LOST;
            default -> throw new GatewayFormatException("no state of a radio has the number " + code);
        };
    }

    static int of(ConnectionState state) {
        return switch (state) {
            case CONNECTING -> 1;
            case CONNECTED -> 2;
            case DISCONNECTED -> 3;
            case VANISHED -> 4;
        };
    }

    static ConnectionState connectionState(int code) throws GatewayFormatException {
        return switch (code) {
            case 1 -> ConnectionState.CONNECTING;
            case 2 -> ConnectionState.CONNECTED;
            case 3 -> ConnectionState.DISCONNECTED;
            case 4 -> ConnectionState.VANISHED;
            default -> throw new GatewayFormatException("no state of a connection has the number " + code);
        };
    }
}
