package org.plumbline.server.wearable.gateway.process;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.wearable.gateway.protocol.FromGateway;
import org.plumbline.server.wearable.gateway.protocol.GatewayCodec;
import org.plumbline.server.wearable.gateway.protocol.ToGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to the server: a WebSocket that is opened again, with back-off, whenever it breaks. */
final class ServerLink {
    private static final Logger LOG = LoggerFactory.getLogger(ServerLink.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** The server speaks once a second. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final long FIRST_WAIT_MS = 500;
    private static final long LONGEST_WAIT_MS = 30_000;

    /** Who hears the server. */
    interface Ear {
        /** The way is open; what is sent now is the first that the server hears. */
        void connected();

        void hear(ToGateway command);

        /** The way has broken, after it was open. */
        void lost();
    }

    private final URI server;
    private final String token;
    private final Ear ear;
    private final HttpClient client;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Object sending = new Object();
    private volatile @Nullable Socket current;
    private String lastTrouble = "";

    /** @param own whether it is the server that started this process, on this machine */
    ServerLink(URI server, String token, boolean own, Ear ear) {
        this.client = own
                ? OwnServer.client(PATIENCE)
                : HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        this.server = server;
        this.token = token;
        this.ear = ear;
    }

    /** Keeps the way open until {@link #close}. */
    void run() throws InterruptedException {
        long waitMs = FIRST_WAIT_MS;
        while (!isClosed()) {
            String trouble;
            try {
                Socket socket = new Socket();
                current = socket;
                socket.open();
                LOG.info("Connected to {}", server);
                lastTrouble = "";
                waitMs = FIRST_WAIT_MS;
                ear.connected();
                trouble = socket.awaitEnd();
                ear.lost();
            } catch (IOException failed) {
                trouble = String.valueOf(failed.getMessage());
            } finally {
                current = null;
            }
            if (isClosed()) {
                return;
            }
            tell(trouble);
            // spread, so that gateways do not come all at once where a server starts again
            long spreadMs = waitMs / 2 + ThreadLocalRandom.current().nextLong(waitMs / 2 + 1);
            if (closed.await(spreadMs, TimeUnit.MILLISECONDS)) {
                return;
            }
            waitMs = Math.min(LONGEST_WAIT_MS, 2 * waitMs);
        }
    }

    private void tell(String trouble) {
        if (!trouble.equals(lastTrouble)) {
            LOG.warn("{}: {}; trying again", server, trouble);
            lastTrouble = trouble;
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Sends one message after the other; waits until it is on its way. Without a connection it is dropped. */
    void send(FromGateway message) {
        Socket socket = current;
        if (socket != null) {
            synchronized (sending) {
                // what the radio says before the hello is said again after it
                if (socket.greets(message)) {
                    socket.send(GatewayCodec.encode(message));
                }
            }
        }
    }

    void close() {
        closed.countDown();
        Socket socket = current;
        if (socket != null) {
            socket.end("this gateway ends");
        }
    }

    /** One connection. */
    private final class Socket implements WebSocket.Listener {
        private final CompletableFuture<String> end = new CompletableFuture<>();
        private final ByteBuffer frame = ByteBuffer.allocate(GatewayCodec.MOST_FRAME_BYTES);
        private volatile @Nullable WebSocket webSocket;
        private volatile long heardNanos;
        private boolean greeted;

        /** Whether it is the hello, or comes after it. */
        boolean greets(FromGateway message) {
            greeted |= message instanceof FromGateway.Hello;
            return greeted;
        }

        void open() throws IOException, InterruptedException {
            try {
                webSocket = client.newWebSocketBuilder()
                        .connectTimeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .buildAsync(server, this)
                        .get(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS);
                heardNanos = System.nanoTime();
            } catch (ExecutionException failed) {
                throw new IOException(reason(failed.getCause()), failed);
            } catch (TimeoutException slow) {
                throw new IOException("no answer", slow);
            }
        }

        private static String reason(@Nullable Throwable failure) {
            if (failure instanceof WebSocketHandshakeException refused && refused.getResponse() != null) {
                int status = refused.getResponse().statusCode();
                return switch (status) {
                    case 401 -> "the server refuses the token";
                    case 403 -> "the server does not answer to this name or address (403)";
                    case 404 -> "there is no gateway socket at this address (404)";
                    case 409 -> "another gateway is connected";
                    default -> "the server answers " + status;
                };
            }
            if (failure instanceof ConnectException) {
                return "no server answers";
            }
            return String.valueOf(failure);
        }

        /** Waits for the end, or for a silence that means it. */
        String awaitEnd() throws InterruptedException {
            while (true) {
                try {
                    return end.get(1, TimeUnit.SECONDS);
                } catch (TimeoutException stillOpen) {
                    if (System.nanoTime() - heardNanos > SILENCE.toNanos()) {
                        end("the server is silent");
                    }
                } catch (ExecutionException never) {
                    return never.toString();
                }
            }
        }

        void end(String reason) {
            if (end.complete(reason)) {
                WebSocket socket = webSocket;
                if (socket != null) {
                    socket.abort();
                }
            }
        }

        void send(byte[] bytes) {
            WebSocket socket = webSocket;
            if (socket == null || end.isDone()) {
                return;
            }
            try {
                socket.sendBinary(ByteBuffer.wrap(bytes), true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException broken) {
                end("sending failed");
            }
        }

        /** Says why in the closing frame, and ends. */
        private void refuse(int status, String reason) {
            LOG.warn("The server sends what is no message: {}", reason);
            WebSocket socket = webSocket;
            if (socket == null) {
                return;
            }
            String shortened = reason.substring(0, Math.min(100, reason.length()));
            CompletableFuture<?> unused = socket.sendClose(status, shortened)
                    .orTimeout(1, TimeUnit.SECONDS)
                    .whenComplete((sent, failure) -> end(reason));
        }

        @Override
        public @Nullable CompletableFuture<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            heardNanos = System.nanoTime();
            webSocket = socket;
            if (data.remaining() > frame.remaining()) {
                refuse(1009, "a frame may have " + GatewayCodec.MOST_FRAME_BYTES + " bytes");
                return null;
            }
            frame.put(data);
            if (last) {
                frame.flip();
                try {
                    ear.hear(GatewayCodec.decodeToGateway(frame));
                } catch (IOException malformed) {
                    refuse(1002, String.valueOf(malformed.getMessage()));
                    return null;
                }
                frame.clear();
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletableFuture<?> onText(WebSocket socket, CharSequence data, boolean last) {
            webSocket = socket;
            refuse(1003, "messages are binary");
            return null;
        }

        @Override
        public @Nullable CompletableFuture<?> onClose(WebSocket socket, int status, String reason) {
            end("the server has closed the connection" + (reason.isEmpty() ? "" : ": " + reason));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            end("the connection broke: " + error.getMessage());
        }
    }
}
