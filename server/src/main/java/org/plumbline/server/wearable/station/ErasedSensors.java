package org.plumbline.server.wearable.station;

import java.util.UUID;
import org.plumbline.server.account.PersonalData;
import org.springframework.stereotype.Component;

/** The sensors of a person are let go before their record goes. */
@Component
class ErasedSensors implements PersonalData {
    private final SensorStation station;

    ErasedSensors(SensorStation station) {
        this.station = station;
    }

    @Override
    public void erase(UUID personId) {
        station.forgetAllOf(personId);
    }
}
