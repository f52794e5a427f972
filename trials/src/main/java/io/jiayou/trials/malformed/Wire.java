package io.jiayou.trials.malformed;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One connection that writes bytes as they are, and reads answers; not for several threads. */
final class Wire implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST = 1 << 18;

    /**
     * @param type its media type; empty where there is none
     * @param body up to 256 KB of it
     */
    record Answer(int status, String type, String body) {}

    private final int port;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    Wire(int port) {
        this.port = port;
    }

    /** @throws IOException if no whole answer came, also over a new connection */
    Answer send(byte[] request, boolean withoutBody) throws IOException {
        if (socket != null) {
            try {
                return once(request, withoutBody);
            } catch (IOException mayHaveBeenIdleForTooLong) {
                close();
            }
        }
        long begun = System.nanoTime();
        try {
            return once(request, withoutBody);
        } catch (IOException e) {
            close();
            throw new IOException(
                    "%s, on a new connection after %d ms, at %s"
                            .formatted(e.getMessage(), (System.nanoTime() - begun) / 1_000_000, Instant.now()),
                    e);
        }
    }

    private Answer once(byte[] request, boolean withoutBody) throws IOException {
        InputStream answer = opened();
        Socket connection = Objects.requireNonNull(socket);
        connection.getOutputStream().write(request);
        String status = line(answer);
        var headers = new TreeMap<String, String>();
        for (String line = line(answer); !line.isEmpty(); line = line(answer)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int code = Integer.parseInt(status.split(" ", -1)[1]);
        if (code == 100) {
            return once(new byte[0], withoutBody);
        }
        String type = headers.getOrDefault("content-type", "");
        byte[] body = withoutBody || code == 204 || code == 304 ? new byte[0] : body(answer, headers, type);
        if ("close".equalsIgnoreCase(headers.get("connection"))) {
            close();
        }
        return new Answer(code, type, new String(body, StandardCharsets.UTF_8));
    }

    private InputStream opened() throws IOException {
        if (socket == null || in == null) {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }
        return in;
    }

    private byte[] body(InputStream answer, TreeMap<String, String> headers, String type) throws IOException {
        if (type.startsWith("text/event-stream")) {
            // it has no end
            close();
            return new byte[0];
        }
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunks(answer);
        }
        String length = headers.get("content-length");
        if (length == null) {
            byte[] rest = answer.readNBytes(MOST);
            close();
            return rest;
        }
        long size = Long.parseLong(length);
        byte[] body = answer.readNBytes((int) Math.min(size, MOST));
        if (size > MOST) {
            close();
        } else if (body.length < size) {
            throw new EOFException("half an answer");
        }
        return body;
    }

    private byte[] chunks(InputStream answer) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(answer).split(";", -1)[0].strip(), 16);
            body.writeBytes(answer.readNBytes(size));
            line(answer);
            if (size == 0) {
                return body.toByteArray();
            }
            if (body.size() > MOST) {
                close();
                return body.toByteArray();
            }
        }
    }

    private static String line(InputStream answer) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = answer.read(); next != '\n'; next = answer.read()) {
            if (next < 0) {
                throw new EOFException("no answer");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
        socket = null;
        in = null;
    }
}
