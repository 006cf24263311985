package org.plumbline.server.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL database behind a wire that a test can cut or hold up: connections go through this process.
 */
public final class StoppableDatabase implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("localhost:(\\d+)");

    private final String direct;
    private final int target;
    private final ServerSocket entrance;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean frozen;
    private volatile @Nullable String last;

    private StoppableDatabase(String direct) throws IOException {
        this.direct = direct;
        Matcher port = PORT.matcher(direct);
        if (!port.find()) {
            throw new AssertionError(direct);
        }
        target = Integer.parseInt(port.group(1));
        entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    /** Why there is none on this machine, empty where there is. */
    public static Optional<String> missing() {
        return Postgresql.missing();
    }

    /** An empty database. */
    public static StoppableDatabase create() {
        try {
            return new StoppableDatabase(Postgresql.createDatabase());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** Its address through the wire. */
    public String url() {
        return PORT.matcher(direct).replaceFirst("localhost:" + entrance.getLocalPort());
    }

    /** As a database that is stopped: connections break, new ones do too. */
    public void cut() {
        cut = true;
        sockets.forEach(StoppableDatabase::close);
        sockets.clear();
    }

    /** As a database that hangs: connections stand, nothing comes through. */
    public void freeze() {
        frozen = true;
    }

    /**
     * Breaks all connections when what contains {@code text} was committed, before anybody hears of it.
     *
     * @param text of a statement, which the database must be asked for with {@code preferQueryMode=simple}
     */
    public void cutWhenCommitted(String text) {
        last = text;
    }

    /** Takes nothing, and answers; or does again. Connections are made anew. */
    public void setReadOnly(boolean readOnly) {
        Postgresql.setReadOnly(direct, readOnly);
        cut();
        mend();
    }

    /** As before. */
    public void mend() {
        last = null;
        cut = false;
        frozen = false;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket from = entrance.accept();
                sockets.add(from);
                Socket to = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(to);
                if (cut) {
                    close(from);
                    close(to);
                    continue;
                }
                Ending ending = new Ending();
                daemon(() -> pump(from, to, ending::asked));
                daemon(() -> pump(to, from, ending::answered));
            } catch (IOException closed) {
                // the next one may come through
            }
        }
    }

    /** Of one connection: whether what it was asked is the last that is carried out. */
    private final class Ending {
        private volatile boolean named;
        private volatile boolean committing;

        private void asked(String question) {
            String text = last;
            named |= text != null && question.contains(text);
            committing = named && question.contains("COMMIT");
        }

        private void answered(String answer) {
            if (committing) {
                cut();
            }
        }
    }

    /** @param heard hears what comes before it is given on */
    private void pump(Socket from, Socket to, Consumer<String> heard) {
        byte[] buffer = new byte[1 << 16];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                while (frozen && !entrance.isClosed()) {
                    LockSupport.parkNanos(10_000_000);
                }
                heard.accept(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
                out.write(buffer, 0, count);
            }
        } catch (IOException broken) {
            // as wires are
        }
        close(from);
        close(to);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "database-wire");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // what was wanted
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException closed) {
            // what was wanted
        }
        cut();
        Postgresql.drop(direct);
    }
}
