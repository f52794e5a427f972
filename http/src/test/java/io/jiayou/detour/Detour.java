package io.jiayou.detour;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A way to a server over a port of its own, which can be closed: connections are refused, or nothing comes through any more, as
 * where packets are dropped, or everything comes late. The server itself runs on.
 */
public final class Detour implements AutoCloseable {

    /** How the way is. */
    public enum Way {
        OPEN,
        REFUSED,
        SILENT,
        SLOW
    }

    private static final Duration LATE = Duration.ofSeconds(10);
    private static final int CHUNK = 64 * 1024;

    private final InetSocketAddress server;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Object turn = new Object();
    private volatile Way way = Way.OPEN;
    private ServerSocket door;

    public Detour(int serverPort) {
        this(new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort));
    }

    public Detour(InetSocketAddress server) {
        this.server = server;
        this.door = opened(0);
        this.port = door.getLocalPort();
    }

    public int port() {
        return port;
    }

    /** From now on it's so, also for connections that there are. */
    public synchronized void becomes(Way next) {
        boolean wasRefused = way == Way.REFUSED;
        synchronized (turn) {
            way = next;
            turn.notifyAll();
        }
        if (next == Way.REFUSED) {
            close(door);
            open.forEach(Detour::close);
        } else if (wasRefused) {
            door = opened(port);
        }
    }

    private ServerSocket opened(int wanted) {
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            Thread.ofVirtual().start(() -> accept(opened));
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                lead(from.accept());
            } catch (IOException e) {
                // it was closed
            }
        }
    }

    private void lead(Socket client) {
        Socket behind = new Socket();
        open.add(client);
        open.add(behind);
        try {
            behind.connect(server);
            Thread.ofVirtual().start(() -> pass(client, behind));
            Thread.ofVirtual().start(() -> pass(behind, client));
        } catch (IOException e) {
            // the server isn't there: so nobody gets through
            for (Socket end : List.of(client, behind)) {
                close(end);
                open.remove(end);
            }
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                awaitWay();
                out.write(chunk, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // one of them has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    /** What is late is no later than the way stays so. */
    private void awaitWay() throws InterruptedException {
        synchronized (turn) {
            long late = System.nanoTime() + LATE.toNanos();
            for (long left = LATE.toMillis(); way == Way.SLOW && left > 0; left = toMillis(late - System.nanoTime())) {
                turn.wait(left);
            }
            while (way == Way.SILENT) {
                turn.wait();
            }
        }
    }

    private static long toMillis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    private static void close(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception e) {
            // it's of no use any more
        }
    }

    @Override
    public void close() {
        becomes(Way.REFUSED);
    }
}
