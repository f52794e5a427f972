package io.jiayou.trials.siege;

import io.jiayou.http.bounds.Bound;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Connections with half of a head each, as many as there are to be had, from some addresses; whatever is closed is opened again. */
final class Crowd implements Attack {

    private static final byte[] HALF =
            "GET /api/stations HTTP/1.1\r\nHost: h\r\nX-A: ".getBytes(StandardCharsets.US_ASCII);
    /** New ones, ten times a second: more would be about processor time, which attackers and system share here. */
    private static final int AT_A_TIME = 20;

    private static final long EVERY_MILLIS = 100;
    private static final int WANTED = 6_000;

    private final String name;
    private final List<String> addresses;
    private final Bound bound;
    private int open;
    private int most;
    private long opened;

    /** @param bound of which they want more than twice what there is */
    Crowd(String name, List<String> addresses, Bound bound) {
        this.name = name;
        this.addresses = List.copyOf(addresses);
        this.bound = bound;
    }

    static Crowd ofMany() {
        List<String> addresses = new ArrayList<>();
        for (int n = 1; n <= 120; n++) {
            addresses.add("127.0.3." + n);
        }
        return new Crowd("connections of many", addresses, Bound.CONNECTIONS);
    }

    static Crowd ofOne() {
        return new Crowd("connections of one", List.of("127.0.2.1"), Bound.CONNECTIONS_PER_ADDRESS);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run(Field field) throws Exception {
        try (Selector selector = Selector.open()) {
            int next = 0;
            while (field.goesOn()) {
                for (int n = 0; n < AT_A_TIME && selector.keys().size() < WANTED; n++) {
                    connect(selector, addresses.get(next++ % addresses.size()), field.port());
                }
                long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS);
                for (long left = EVERY_MILLIS;
                        left > 0;
                        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
                    selector.select(this::attend, left);
                }
                most = Math.max(most, open);
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        }
    }

    private void connect(Selector selector, String from, int port) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            channel.configureBlocking(false);
            channel.connect(new InetSocketAddress("127.0.0.1", port));
            channel.register(selector, SelectionKey.OP_CONNECT);
            opened++;
        } catch (IOException e) {
            channel.close();
        }
    }

    private void attend(SelectionKey key) {
        SocketChannel channel = (SocketChannel) key.channel();
        try {
            if (key.isConnectable() && channel.finishConnect()) {
                channel.write(ByteBuffer.wrap(HALF));
                key.interestOps(SelectionKey.OP_READ);
                key.attach(HALF);
                open++;
            } else if (key.isReadable() && channel.read(ByteBuffer.allocate(512)) < 0) {
                close(key, channel);
            }
        } catch (IOException e) {
            close(key, channel);
        }
    }

    private void close(SelectionKey key, SocketChannel channel) {
        open -= key.attachment() == null ? 0 : 1;
        key.cancel();
        try {
            channel.close();
        } catch (IOException alreadyClosed) {
            // it's gone
        }
    }

    @Override
    public List<String> gained(Field field) {
        long usual = field.usual(bound);
        return !field.gateway() && most > 2 * usual
                ? List.of(name + ": " + most + " at once, and " + usual + " are to be had")
                : List.of();
    }

    @Override
    public String done() {
        return opened + " opened, at most " + most + " at once";
    }
}
