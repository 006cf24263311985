package org.plumbline.server.live;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/** Opens the live socket, to pages of this server only. */
@Configuration
@EnableWebSocket
class LiveSocketConfiguration implements WebSocketConfigurer {
    private static final int INCOMING_BYTES = 1024;

    private final LiveSocket socket;

    LiveSocketConfiguration(LiveSocket socket) {
        this.socket = socket;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(socket, "/ws/live");
    }

    @Bean
    static ServletServerContainerFactoryBean socketLimits() {
        ServletServerContainerFactoryBean limits = new ServletServerContainerFactoryBean();
        limits.setMaxTextMessageBufferSize(INCOMING_BYTES);
        limits.setMaxBinaryMessageBufferSize(INCOMING_BYTES);
        return limits;
    }
}
