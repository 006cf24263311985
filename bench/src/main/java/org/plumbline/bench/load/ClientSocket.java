package org.plumbline.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * The client's side of a WebSocket (RFC 6455), as thin as it can be: what the load run costs itself is taken from the server it
 * shares the machine with. Frames are masked with zeros, which is allowed, and several leave in one write.
 */
final class ClientSocket implements AutoCloseable {
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int OUT_BYTES = 1 << 20;
    private static final int IN_BYTES = 1 << 18;
    private static final int LONGEST_HEADER = 14;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int SHORT_LENGTH = 126;
    private static final int LONG_LENGTH = 127;

    private final SocketChannel channel;
    private final ByteBuffer out = ByteBuffer.allocateDirect(OUT_BYTES);
    private ByteBuffer in = ByteBuffer.allocate(IN_BYTES).flip();

    private ClientSocket(SocketChannel channel) {
        this.channel = channel;
    }

    /** Takes the payload of one frame; it is read at once or never. */
    @FunctionalInterface
    interface FrameSink {
        void frame(int opcode, ByteBuffer payload) throws IOException;
    }

    /** @throws IOException where the server does not answer 101; the message is its answer */
    static ClientSocket open(URI server, String path, String token) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        ClientSocket socket = new ClientSocket(channel);
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        ByteBuffer bytes = ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            answer.append((char) socket.nextByte());
        }
        if (!answer.toString().startsWith("HTTP/1.1 101")) {
            channel.close();
            throw new IOException(path + ": " + answer.substring(0, answer.indexOf("\r\n")));
        }
        return socket;
    }

    SocketChannel channel() {
        return channel;
    }

    private byte nextByte() throws IOException {
        while (!in.hasRemaining()) {
            fill();
        }
        return in.get();
    }

    private void fill() throws IOException {
        in.compact();
        if (!in.hasRemaining()) {
            ByteBuffer larger = ByteBuffer.allocate(2 * in.capacity());
            in.flip();
            larger.put(in);
            in = larger;
        }
        int read = channel.read(in);
        in.flip();
        if (read < 0) {
            throw new EOFException("the server has closed the connection");
        }
    }

    /** Reads what has come, at least one byte of it, and gives every whole frame. */
    void read(FrameSink sink) throws IOException {
        fill();
        while (true) {
            int start = in.position();
            if (in.remaining() < 2) {
                return;
            }
            int opcode = in.get() & 0x0F;
            long length = in.get() & 0x7F;
            int more = length == SHORT_LENGTH ? 2 : length == LONG_LENGTH ? 8 : 0;
            if (in.remaining() < more) {
                in.position(start);
                return;
            }
            length = more == 2 ? Short.toUnsignedInt(in.getShort()) : more == 8 ? in.getLong() : length;
            if (in.remaining() < length) {
                in.position(start);
                return;
            }
            ByteBuffer payload = in.slice(in.position(), (int) length);
            in.position(in.position() + (int) length);
            sink.frame(opcode, payload);
        }
    }

    /** Adds a frame to those that leave with the next {@link #flush}. */
    synchronized void add(int opcode, ByteBuffer payload) throws IOException {
        int length = payload.remaining();
        if (out.remaining() < length + LONGEST_HEADER) {
            flush();
        }
        out.put((byte) (FINAL | opcode));
        if (length < SHORT_LENGTH) {
            out.put((byte) (MASKED | length));
        } else {
            out.put((byte) (MASKED | SHORT_LENGTH)).putShort((short) length);
        }
        out.putInt(0).put(payload);
    }

    synchronized void flush() throws IOException {
        out.flip();
        while (out.hasRemaining()) {
            channel.write(out);
        }
        out.clear();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
