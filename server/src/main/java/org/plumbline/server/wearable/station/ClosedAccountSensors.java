package org.plumbline.server.wearable.station;

import org.plumbline.server.account.AccountClosed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** The sensors of a person are let go with their account, so that somebody else can pair them. */
@Component
class ClosedAccountSensors {
    private final SensorStation station;
    private final KnownSensorRepository repository;

    ClosedAccountSensors(SensorStation station, KnownSensorRepository repository) {
        this.station = station;
        this.repository = repository;
    }

    /** Forgotten in the transaction that closes the account, let go once that stands. */
    @EventListener
    void closing(AccountClosed account) {
        repository.deleteOf(account.personId());
    }

    @TransactionalEventListener
    void closed(AccountClosed account) {
        station.forgetAllOf(account.personId());
    }
}
