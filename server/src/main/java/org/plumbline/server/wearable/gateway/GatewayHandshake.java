package org.plumbline.server.wearable.gateway;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Lets in who has the token, one at a time: 401 without it, 409 while another gateway is connected. */
final class GatewayHandshake implements HandshakeInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayHandshake.class);
    private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final GatewayToken token;
    private final GatewayHub hub;
    private final AtomicLong quietUntilNanos = new AtomicLong(System.nanoTime());

    GatewayHandshake(GatewayToken token, GatewayHub hub) {
        this.token = token;
        this.hub = hub;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        if (!token.admits(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION))) {
            tellRefusal(request);
            response.setStatusCode(HttpStatus.UNAUTHORIZED);
            return false;
        }
        if (hub.hasGateway()) {
            response.setStatusCode(HttpStatus.CONFLICT);
            return false;
        }
        return true;
    }

    /** Once a minute at most: a gateway with a wrong token comes again and again. */
    private void tellRefusal(ServerHttpRequest request) {
        long nowNanos = System.nanoTime();
        long untilNanos = quietUntilNanos.get();
        if (nowNanos - untilNanos >= 0 && quietUntilNanos.compareAndSet(untilNanos, nowNanos + QUIET_NANOS)) {
            LOG.warn("A gateway at {} was refused: it does not have the token", request.getRemoteAddress());
        }
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {
        // nothing to do
    }
}
