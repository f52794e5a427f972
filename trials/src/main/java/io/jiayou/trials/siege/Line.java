package io.jiayou.trials.siege;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A connection from an address of this machine, on which bytes are sent that no client would send; not for several threads. */
final class Line implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int MOST = 1 << 20;

    private final Socket socket;
    private final long openedAt = System.nanoTime();
    private boolean over;

    private Line(Socket socket) {
        this.socket = socket;
    }

    /** @param from an address of 127.0.0.0/8 */
    static Line open(String from, int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setReuseAddress(true);
            socket.setTcpNoDelay(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_MILLIS);
            return new Line(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            over = true;
            throw e;
        }
    }

    /** What there is within some time, up to the first piece; empty if there is nothing, or the other side has ended it. */
    String piece(int millis) throws IOException {
        byte[] bytes = new byte[8_192];
        socket.setSoTimeout(Math.max(1, millis));
        try {
            int length = socket.getInputStream().read(bytes);
            over |= length < 0;
            return length < 0 ? "" : new String(bytes, 0, length, StandardCharsets.UTF_8);
        } catch (SocketTimeoutException nothingYet) {
            return "";
        } catch (IOException e) {
            over = true;
            return "";
        }
    }

    /** All that comes until the other side ends it, or nothing comes for some time. */
    String rest(int millis) throws IOException {
        StringBuilder all = new StringBuilder();
        String piece = piece(millis);
        while (!piece.isEmpty() && all.length() < MOST) {
            all.append(piece);
            piece = over ? "" : piece(millis);
        }
        return all.toString();
    }

    /** Whether the other side has ended it, as far as was read. */
    boolean isOver() {
        return over;
    }

    double ageSeconds() {
        return (System.nanoTime() - openedAt) / 1e9;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
