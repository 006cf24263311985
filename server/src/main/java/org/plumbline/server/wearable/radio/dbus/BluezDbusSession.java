package org.plumbline.server.wearable.radio.dbus;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.ConnectionState;
import org.plumbline.server.wearable.radio.ControlThread;
import org.plumbline.server.wearable.radio.ListenerQueue;
import org.plumbline.server.wearable.radio.RadioSession;
import org.plumbline.server.wearable.radio.RadioState;

/** One BlueZ on one bus: keeps the way to it open, and hands what happens to the scan and the links. */
final class BluezDbusSession implements RadioSession, BluezBus.Events {
    private static final Duration FIRST_TRY = Duration.ofSeconds(1);
    private static final Duration RAREST_TRY = Duration.ofSeconds(3);

    private final String busAddress;
    private final ListenerQueue listener;
    private final ControlThread control = new ControlThread("dbus-radio");
    private final BluezScan scan;
    private final BluezLinks links;
    private @Nullable BluezBus bus;
    private @Nullable BluezAdapter adapter;
    private boolean closed;

    private BluezDbusSession(String busAddress, ListenerQueue listener) {
        this.busAddress = busAddress;
        this.listener = listener;
        this.scan = new BluezScan(control, listener);
        this.links = new BluezLinks(control, listener);
    }

    static RadioSession open(String busAddress, ListenerQueue listener) throws LinkException {
        BluezDbusSession session = new BluezDbusSession(busAddress, listener);
        try {
            session.control.call(session::reach).get(30, TimeUnit.SECONDS);
            return session;
        } catch (ExecutionException | TimeoutException failure) {
            session.close();
            throw new LinkException(BluezBus.reason(failure), failure);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
            session.close();
            throw new LinkException("Interrupted while opening the radio", impatient);
        }
    }

    /** Takes an adapter where there is one and none is taken. */
    private boolean reach() throws LinkException {
        if (closed) {
            return false;
        }
        if (bus == null) {
            bus = BluezBus.open(busAddress, this);
        }
        if (adapter != null || !bus.serviceRuns()) {
            return adapter != null;
        }
        BluezObjects objects = bus.objects();
        String path = objects.adapter().orElse(null);
        BluezProperties properties = path == null ? null : objects.of(path, Adapter1.NAME);
        if (path == null || properties == null) {
            return false;
        }
        if (!properties.flag("Powered")) {
            bus.switchOn(path);
        }
        adapter = new BluezAdapter(bus, path);
        listener.radioState(RadioState.READY, "");
        links.adapterCame(adapter);
        scan.adapterCame(adapter);
        return true;
    }

    private void reachAgain(Duration waited) {
        try {
            reach();
        } catch (LinkException notYet) {
            Duration longer = waited.multipliedBy(2);
            Duration wait = longer.compareTo(RAREST_TRY) > 0 ? RAREST_TRY : longer;
            control.after(wait, () -> reachAgain(wait));
        }
    }

    private void lose(String reason) {
        if (adapter != null) {
            adapter = null;
            links.adapterLost(reason);
            scan.adapterLost();
            listener.radioState(RadioState.LOST, reason);
        }
    }

    @Override
    public void startScan() {
        control.run(scan::start);
    }

    @Override
    public void stopScan() {
        control.run(scan::stop);
    }

    @Override
    public void connect(String address) {
        control.run(() -> {
            scan.stop();
            links.connect(address);
        });
    }

    @Override
    public void disconnect(String address) {
        control.run(() -> links.disconnect(address));
    }

    @Override
    public CompletableFuture<byte[]> read(String address, UUID characteristic) {
        return ask(address, characteristic, (on, link, path) -> {
            if (!path.equals(link.path)) {
                return on.call(path, GattCharacteristic1.class, "ReadValue", Map.of());
            }
            BluezProperties battery = on.objects().of(path, Battery1.NAME);
            if (battery == null) {
                throw new LinkException("the device no longer tells its battery level");
            }
            return CompletableFuture.completedFuture(new byte[] {(byte) battery.number("Percentage", 0)});
        });
    }

    @Override
    public CompletableFuture<Void> write(String address, UUID characteristic, byte[] value) {
        byte[] copy = value.clone();
        return ask(
                address,
                characteristic,
                (on, link, path) -> on.call(path, GattCharacteristic1.class, "WriteValue", copy, Map.of()));
    }

    @Override
    public CompletableFuture<Void> subscribe(String address, UUID characteristic) {
        return ask(address, characteristic, (on, link, path) -> {
            // before the call: the first values may come before its answer
            boolean first = links.listen(link, characteristic, path);
            return first && !path.equals(link.path)
                    ? on.call(path, GattCharacteristic1.class, "StartNotify")
                    : CompletableFuture.completedFuture(null);
        });
    }

    @Override
    public CompletableFuture<Set<UUID>> identifiers(String address) {
        return control.call(() -> {
            BluezLink link = links.connected(address);
            Set<UUID> identifiers = new HashSet<>(link.services);
            identifiers.addAll(link.characteristics.keySet());
            return identifiers;
        });
    }

    private interface Question<T> {
        CompletableFuture<T> put(BluezBus bus, BluezLink link, String path) throws LinkException;
    }

    /** Puts a question on the control thread, whose answer comes on another. */
    private <T> CompletableFuture<T> ask(String address, UUID characteristic, Question<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        CompletableFuture<Boolean> unused = control.call(() -> {
                    BluezLink link = links.connected(address);
                    String path = link.characteristics.get(characteristic);
                    if (path == null || bus == null) {
                        throw new LinkException("the device has no characteristic " + characteristic);
                    }
                    CompletableFuture<T> answered = question.put(bus, link, path)
                            .whenComplete((value, failure) -> {
                                if (failure == null) {
                                    answer.complete(value);
                                } else {
                                    refuse(answer, failure);
                                }
                            });
                    return !answered.isCancelled();
                })
                .exceptionally(refused -> refuse(answer, refused));
        return answer;
    }

    private static boolean refuse(CompletableFuture<?> answer, Throwable failure) {
        return answer.completeExceptionally(new LinkException(BluezBus.reason(failure), failure));
    }

    @Override
    public long droppedNotifications(String address) {
        return listener.dropped(address);
    }

    @Override
    public void changed(String path, String interfaceName, BluezProperties changed) {
        long now = System.nanoTime();
        if (interfaceName.equals(Device1.NAME)) {
            control.run(() -> {
                scan.changed(path, changed);
                links.changed(path, changed);
            });
        } else {
            links.value(path, interfaceName, changed, now);
        }
    }

    @Override
    public void added(String path, Map<String, Map<String, Variant<?>>> interfaces) {
        control.run(() -> {
            Map<String, Variant<?>> device = interfaces.get(Device1.NAME);
            if (device != null) {
                scan.added(path, new BluezProperties(device));
            }
            if (interfaces.containsKey(Battery1.NAME)) {
                links.batteryAdded(path);
            }
            if (interfaces.containsKey(Adapter1.NAME)) {
                reachAgain(FIRST_TRY);
            }
        });
    }

    @Override
    public void removed(String path, Iterable<String> interfaces) {
        control.run(() -> {
            for (String name : interfaces) {
                if (name.equals(Device1.NAME)) {
                    forget(path);
                } else if (name.equals(Adapter1.NAME) && adapter != null && path.equals(adapter.path())) {
                    lose("the Bluetooth adapter was unplugged");
                    reachAgain(FIRST_TRY);
                }
            }
        });
    }

    private void forget(String path) {
        String linked = links.forget(path);
        String told = scan.forget(path);
        String address = linked == null ? told : linked;
        if (address != null) {
            listener.state(address, ConnectionState.VANISHED, "Bluetooth no longer knows it: switch it on and scan");
        }
    }

    @Override
    public void serviceStopped() {
        control.run(() -> lose("the Bluetooth service stopped"));
    }

    @Override
    public void serviceStarted() {
        control.run(() -> reachAgain(FIRST_TRY));
    }

    @Override
    public void busLost(String reason) {
        control.run(() -> {
            BluezBus dead = bus;
            bus = null;
            lose(reason);
            if (dead != null) {
                dead.close();
            }
            control.after(FIRST_TRY, () -> reachAgain(FIRST_TRY));
        });
    }

    @Override
    public void close() {
        control.run(() -> {
            closed = true;
            scan.stop();
            links.disconnectAll("the radio was closed");
            if (bus != null) {
                bus.closeWhenAnswered();
                bus = null;
            }
        });
        control.close();
        listener.close();
    }
}
