package org.plumbline.server.wearable.station;

import org.plumbline.server.wearable.radio.Radio;
import org.plumbline.server.wearable.radio.dbus.BluezDbusRadio;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class TemporaryRadio {
    @Bean
    Radio radio() {
        return new BluezDbusRadio();
    }
}
