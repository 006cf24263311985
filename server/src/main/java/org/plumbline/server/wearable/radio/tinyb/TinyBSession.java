package org.plumbline.server.wearable.radio.tinyb;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.ConnectionState;
import org.plumbline.server.wearable.radio.ControlThread;
import org.plumbline.server.wearable.radio.ListenerQueue;
import org.plumbline.server.wearable.radio.RadioSession;
import org.plumbline.server.wearable.radio.RadioState;
import org.plumbline.server.wearable.radio.StandardGatt;
import org.plumbline.server.wearable.radio.dbus.BluezBattery;
import org.plumbline.server.wearable.radio.dbus.BluezPresence;
import tinyb.BluetoothAdapter;
import tinyb.BluetoothDevice;
import tinyb.BluetoothException;
import tinyb.BluetoothObject;

/** Devices reached by TinyB: looks for them, connects them and asks them. Every call of TinyB is made on the control thread. */
final class TinyBSession implements RadioSession {
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration SERVICES_LOOK = Duration.ofMillis(50);
    private static final Duration SERVICES_PATIENCE = Duration.ofSeconds(20);
    private static final Duration SILENCE = Duration.ofSeconds(1);
    private static final Duration DISCONNECTION_PATIENCE = Duration.ofSeconds(2);
    private static final Duration AFTER_FAREWELL = Duration.ofMillis(50);
    private static final Duration CALLBACK_RETURNED = Duration.ofSeconds(1);

    private final ListenerQueue listener;
    private final ControlThread control = new ControlThread("tinyb-radio");
    private final TinyBAdapters adapters = new TinyBAdapters();
    private final TinyBHearing hearing;
    private final Map<String, TinyBDevice> links = new HashMap<>();
    /** Devices that were connected and may be forgotten by BlueZ. */
    private final Set<String> known = new HashSet<>();

    private boolean ready;
    private boolean scanning;

    private TinyBSession(ListenerQueue listener) {
        this.listener = listener;
        this.hearing = new TinyBHearing(listener);
    }

    static RadioSession open(ListenerQueue listener) throws LinkException {
        TinyBSession session = new TinyBSession(listener);
        try {
            session.control
                    .call(() -> {
                        session.adapters.reach();
                        session.look();
                        return true;
                    })
                    .get(30, TimeUnit.SECONDS);
            session.control.every(LOOK, session::look);
            return session;
        } catch (ExecutionException | TimeoutException failure) {
            session.close();
            throw new LinkException("TinyB does not start: " + failure.getMessage(), failure);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
            session.close();
            throw new LinkException("Interrupted while opening the radio", impatient);
        }
    }

    /** Looks what is there: TinyB tells neither of a restart of BlueZ nor, reliably, of new devices. */
    private void look() {
        List<BluetoothAdapter> present = adapters.all();
        try {
            if (present.isEmpty()) {
                lose();
                return;
            }
            BluetoothAdapter adapter = present.get(0);
            if (!ready) {
                if (!adapter.getPowered()) {
                    adapter.setPowered(true);
                }
                ready = true;
                listener.radioState(RadioState.READY, "");
            }
            if (scanning && !adapter.getDiscovering()) {
                TinyBAdapters.discover(adapter);
            }
            if (scanning || !known.isEmpty()) {
                lookAtDevices(adapter);
            }
        } finally {
            present.forEach(BluetoothObject::close);
        }
    }

    private void lose() {
        if (ready) {
            ready = false;
            String reason = "the Bluetooth service stopped";
            List.copyOf(links.values()).forEach(link -> end(link, reason));
            known.clear();
            hearing.forgetAll();
            listener.radioState(RadioState.LOST, reason);
        }
    }

    private void lookAtDevices(BluetoothAdapter adapter) {
        Set<String> present = new HashSet<>();
        List<BluetoothDevice> devices = TinyBAdapters.devices(adapter);
        try {
            for (BluetoothDevice device : devices) {
                String address = TinyBAdapters.address(device);
                present.add(address);
                if (scanning) {
                    hearing.hear(address, device);
                }
                TinyBDevice link = links.get(address);
                if (link != null && link.isQuietFor(SILENCE) && !device.getConnected()) {
                    // BlueZ restarted too quickly for a look to see it gone
                    end(link, "the connection broke without a word");
                }
            }
        } finally {
            devices.forEach(BluetoothObject::close);
        }
        for (String address : Set.copyOf(known)) {
            if (!present.contains(address)) {
                forget(address);
            }
        }
    }

    private void forget(String address) {
        TinyBDevice link = links.get(address);
        if (link != null) {
            end(link, "the device went out of reach");
        }
        known.remove(address);
        hearing.forget(address);
        listener.state(address, ConnectionState.VANISHED, "Bluetooth no longer knows it: switch it on and scan");
    }

    @Override
    public void startScan() {
        control.run(() -> {
            scanning = true;
            hearing.scanBegins();
            look();
        });
    }

    @Override
    public void stopScan() {
        control.run(this::endScan);
    }

    private void endScan() {
        if (scanning) {
            scanning = false;
            adapters.stopDiscovery();
        }
    }

    @Override
    public void connect(String address) {
        control.run(() -> beginLink(address));
    }

    private void beginLink(String address) {
        TinyBDevice present = links.get(address);
        if (present != null) {
            if (present.isEnding()) {
                control.after(AFTER_FAREWELL, () -> beginLink(address));
            }
            return;
        }
        endScan();
        listener.state(address, ConnectionState.CONNECTING, "");
        BluetoothDevice device = adapters.device(address);
        if (device == null) {
            String reason = ready ? "Bluetooth does not know it: scan first" : "the Bluetooth service is not there";
            listener.state(address, ConnectionState.DISCONNECTED, reason);
            return;
        }
        TinyBDevice link = new TinyBDevice(address, device, listener);
        links.put(address, link);
        known.add(address);
        try {
            link.connect(() -> control.run(() -> end(link, "the device went out of reach or was switched off")));
            awaitServices(link, System.nanoTime() + SERVICES_PATIENCE.toNanos());
        } catch (LinkException refused) {
            end(link, String.valueOf(refused.getMessage()));
        }
    }

    private void awaitServices(TinyBDevice link, long deadlineNanos) {
        if (links.get(link.address()) != link || link.isEnding()) {
            return;
        }
        boolean taken;
        try {
            taken = link.takeServices();
        } catch (BluetoothException gone) {
            end(link, "its services could not be read: " + gone.getMessage());
            return;
        }
        if (taken) {
            listener.state(link.address(), ConnectionState.CONNECTED, "");
        } else if (System.nanoTime() - deadlineNanos > 0) {
            abandon(link, "its services were not found in " + SERVICES_PATIENCE.toSeconds() + " s");
        } else {
            control.after(SERVICES_LOOK, () -> awaitServices(link, deadlineNanos));
        }
    }

    @Override
    public void disconnect(String address) {
        control.run(() -> {
            TinyBDevice link = links.get(address);
            if (link != null) {
                abandon(link, "as asked");
            }
        });
    }

    /** Ends a link from this side. The callback tells it, or nothing does. */
    private void abandon(TinyBDevice link, String reason) {
        link.disconnect(reason);
        control.after(DISCONNECTION_PATIENCE, () -> end(link, reason));
    }

    private void end(TinyBDevice link, String reason) {
        if (links.remove(link.address(), link)) {
            link.end();
            listener.state(link.address(), ConnectionState.DISCONNECTED, link.reason(reason));
            control.after(CALLBACK_RETURNED, link::letGo);
        }
    }

    @Override
    public CompletableFuture<byte[]> read(String address, UUID characteristic) {
        // BlueZ keeps that service from TinyB
        return characteristic.equals(StandardGatt.BATTERY_LEVEL)
                ? ask(address, link -> BluezBattery.read(BluezPresence.systemBus(), address))
                : ask(address, link -> link.read(characteristic));
    }

    @Override
    public CompletableFuture<Void> write(String address, UUID characteristic, byte[] value) {
        byte[] copy = value.clone();
        return ask(address, link -> {
            link.write(characteristic, copy);
            return null;
        });
    }

    @Override
    public CompletableFuture<Void> subscribe(String address, UUID characteristic) {
        return ask(address, link -> {
            link.subscribe(characteristic);
            return null;
        });
    }

    @Override
    public CompletableFuture<Set<UUID>> identifiers(String address) {
        return ask(address, TinyBDevice::identifiers);
    }

    private interface Question<T> {
        @Nullable
        T of(TinyBDevice link) throws LinkException;
    }

    private <T> CompletableFuture<T> ask(String address, Question<T> question) {
        return control.call(() -> {
            TinyBDevice link = links.get(address);
            if (link == null || !link.isConnected() || link.isEnding()) {
                throw new LinkException("not connected");
            }
            try {
                return question.of(link);
            } catch (BluetoothException refused) {
                throw new LinkException("the device does not answer: " + refused.getMessage(), refused);
            }
        });
    }

    @Override
    public long droppedNotifications(String address) {
        return listener.dropped(address);
    }

    @Override
    public void close() {
        control.run(() -> {
            endScan();
            for (TinyBDevice link : List.copyOf(links.values())) {
                link.disconnect("the radio was closed");
                links.remove(link.address());
            }
        });
        control.close();
        listener.close();
    }
}
