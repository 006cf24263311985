package org.plumbline.server.wearable.gateway;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.plumbline.server.wearable.gateway.protocol.GatewayCodec;
import org.plumbline.server.wearable.gateway.protocol.GatewayFormatException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.BinaryWebSocketHandler;

/** {@code /gateway}: frames of a gateway. Longer ones are refused by the container. */
final class GatewaySocket extends BinaryWebSocketHandler {
    private static final Logger LOG = LoggerFactory.getLogger(GatewaySocket.class);

    private final GatewayHub hub;
    private final Map<String, GatewayConnection> bySession = new ConcurrentHashMap<>();

    GatewaySocket(GatewayHub hub) {
        this.hub = hub;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        session.setBinaryMessageSizeLimit(GatewayCodec.MOST_FRAME_BYTES);
        GatewayConnection connection = new GatewayConnection(session, hub);
        bySession.put(session.getId(), connection);
        connection.start();
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
        GatewayConnection connection = bySession.get(session.getId());
        if (connection == null) {
            return;
        }
        try {
            hub.received(connection, GatewayCodec.decodeFromGateway(message.getPayload()));
        } catch (GatewayFormatException malformed) {
            LOG.warn("The gateway at {} sends what is no message: {}", connection, malformed.getMessage());
            connection.close(CloseStatus.PROTOCOL_ERROR, String.valueOf(malformed.getMessage()));
        }
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable failure) {
        LOG.debug("The connection of a gateway failed", failure);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        GatewayConnection connection = bySession.remove(session.getId());
        if (connection != null) {
            hub.ended(connection);
        }
    }
}
