package org.plumbline.server.wearable.radio.dbus;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.CallbackHandler;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.ObjectManager;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;
import org.plumbline.server.wearable.LinkException;

/** A connection to the system bus, and BlueZ at its other end. Safe for several threads. */
final class BluezBus implements AutoCloseable {
    private static final String BLUEZ = "org.bluez";
    private static final String ROOT = "/";
    private static final String PATHS = "/org/bluez/";

    /** BlueZ gives up a connection attempt by itself after about 25 s. */
    private static final long PATIENCE_S = 30;

    private final DBusConnection connection;
    private final Set<CompletableFuture<?>> pending;

    private BluezBus(DBusConnection connection, Set<CompletableFuture<?>> pending) {
        this.connection = connection;
        this.pending = pending;
    }

    /** What happens on the bus, told in order on one thread of the bus, which must not be kept. */
    interface Events {
        void changed(String path, String interfaceName, BluezProperties changed);

        void added(String path, Map<String, Map<String, Variant<?>>> interfaces);

        void removed(String path, Iterable<String> interfaces);

        void serviceStarted();

        void serviceStopped();

        /** The connection is gone; nothing more is told. */
        void busLost(String reason);
    }

    /** Only to ask: hears nothing. */
    static BluezBus open(String address) throws LinkException {
        Set<CompletableFuture<?>> pending = ConcurrentHashMap.newKeySet();
        return new BluezBus(connect(address, reason -> fail(pending, reason)), pending);
    }

    static BluezBus open(String address, Events events) throws LinkException {
        Set<CompletableFuture<?>> pending = ConcurrentHashMap.newKeySet();
        DBusConnection connection = connect(address, reason -> {
            fail(pending, reason);
            events.busLost(reason);
        });
        BluezBus bus = new BluezBus(connection, pending);
        try {
            bus.listen(events);
            return bus;
        } catch (DBusException refused) {
            bus.close();
            throw new LinkException("The system bus refuses to tell about Bluetooth: " + refused.getMessage(), refused);
        }
    }

    private static DBusConnection connect(String address, Consumer<String> lost) throws LinkException {
        try {
            return DBusConnectionBuilder.forAddress(address)
                    .withShared(false)
                    .withDisconnectCallback(new IDisconnectCallback() {
                        @Override
                        public void disconnectOnError(IOException broken) {
                            lost.accept("the system bus is gone");
                        }
                    })
                    .receivingThreadConfig()
                    // one thread: signals must stay in order
                    .withSignalThreadCount(1)
                    .connectionConfig()
                    .build();
        } catch (DBusException | RuntimeException unreachable) {
            throw new LinkException(
                    "The D-Bus system bus does not answer (Debian: apt install dbus bluez): "
                            + unreachable.getMessage(),
                    unreachable);
        }
    }

    private void listen(Events events) throws DBusException {
        connection.addSigHandler(DBus.NameOwnerChanged.class, signal -> {
            if (!signal.name.equals(BLUEZ)) {
                return;
            }
            if (!signal.oldOwner.isEmpty()) {
                events.serviceStopped();
            }
            if (!signal.newOwner.isEmpty()) {
                events.serviceStarted();
            }
        });
        connection.addSigHandler(ObjectManager.InterfacesAdded.class, signal -> {
            if (signal.getSignalSource().getPath().startsWith(PATHS)) {
                events.added(signal.getSignalSource().getPath(), signal.getInterfaces());
            }
        });
        connection.addSigHandler(ObjectManager.InterfacesRemoved.class, signal -> {
            if (signal.getSignalSource().getPath().startsWith(PATHS)) {
                events.removed(signal.getSignalSource().getPath(), signal.getInterfaces());
            }
        });
        connection.addSigHandler(Properties.PropertiesChanged.class, signal -> {
            if (signal.getPath().startsWith(PATHS)) {
                events.changed(
                        signal.getPath(),
                        signal.getInterfaceName(),
                        new BluezProperties(signal.getPropertiesChanged()));
            }
        });
    }

    boolean serviceRuns() throws LinkException {
        try {
            return connection
                    .getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class)
                    .NameHasOwner(BLUEZ);
        } catch (DBusException | DBusExecutionException unanswered) {
            throw failed("The system bus does not answer", unanswered);
        }
    }

    BluezObjects objects() throws LinkException {
        try {
            return new BluezObjects(proxy(ROOT, ObjectManager.class).GetManagedObjects());
        } catch (DBusExecutionException unanswered) {
            throw failed("The Bluetooth service does not answer", unanswered);
        }
    }

    Adapter1 adapter(String path) throws LinkException {
        return proxy(path, Adapter1.class);
    }

    void switchOn(String adapter) throws LinkException {
        try {
            proxy(adapter, Properties.class).Set(Adapter1.NAME, "Powered", new Variant<>(true));
        } catch (DBusExecutionException refused) {
            throw failed(
                    "The Bluetooth adapter is off and cannot be switched on (try: rfkill unblock bluetooth)", refused);
        }
    }

    /** Calls a method of an object and does not wait for it. */
    <T> CompletableFuture<T> call(
            String path, Class<? extends DBusInterface> type, String method, Object... arguments) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        pending.add(answer);
        CompletableFuture<T> result = answer.orTimeout(PATIENCE_S, TimeUnit.SECONDS);
        CompletableFuture<T> unused = result.whenComplete((value, failure) -> pending.remove(answer));
        try {
            connection.callWithCallback(
                    proxy(path, type),
                    method,
                    new CallbackHandler<T>() {
                        @Override
                        public void handle(T value) {
                            answer.complete(value);
                        }

                        @Override
                        public void handleError(DBusExecutionException failure) {
                            answer.completeExceptionally(failure);
                        }
                    },
                    arguments);
        } catch (LinkException | RuntimeException unsent) {
            answer.completeExceptionally(unsent);
        }
        return result;
    }

    private <I extends DBusInterface> I proxy(String path, Class<I> type) throws LinkException {
        try {
            return connection.getRemoteObject(BLUEZ, path, type);
        } catch (DBusException | DBusExecutionException unreachable) {
            throw failed("The Bluetooth service cannot be reached", unreachable);
        }
    }

    private static void fail(Set<CompletableFuture<?>> pending, String reason) {
        for (CompletableFuture<?> waiting : pending) {
            waiting.completeExceptionally(new LinkException(reason));
        }
    }

    /** The words of a failure, without its wrappings. */
    static String reason(Throwable failure) {
        Throwable told = failure;
        while ((told instanceof ExecutionException || told instanceof CompletionException) && told.getCause() != null) {
            told = told.getCause();
        }
        if (told instanceof TimeoutException) {
            return "no answer in time";
        }
        String message = told.getMessage();
        return message == null ? told.toString() : message;
    }

    private static LinkException failed(String what, Exception cause) {
        return new LinkException(what + ": " + cause.getMessage(), cause);
    }

    /** Closes when all calls are answered, or after two seconds. */
    void closeWhenAnswered() {
        CompletableFuture<Void> answered = CompletableFuture.allOf(pending.toArray(new CompletableFuture<?>[0]))
                .completeOnTimeout(null, 2, TimeUnit.SECONDS)
                .exceptionally(failed -> null);
        answered.join();
        close();
    }

    @Override
    public void close() {
        connection.disconnect();
        fail(pending, "the radio was closed");
    }
}
