package io.jiayou.http.connections;

import io.jiayou.http.addresses.AddressRange;
import io.jiayou.http.bounds.Bound;
import io.jiayou.http.bounds.Bounds;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The connections that are open, and whose they are, from the moment that they are accepted: also those that never send a
 * request. When all places are taken, who has the most gives one of those up that no request has come on yet, for anybody
 * who has fewer: so there is a place for everybody as long as there are more places than addresses. For many threads.
 */
final class OpenConnections {

    /** Of whom there may be as many as there are places. */
    private static final String NOBODYS = "";

    private final long all;
    private final long perAddress;
    private final long headNanos;
    private final Predicate<InetAddress> exempt;
    private final LongSupplier nanos;
    private final Map<SocketChannel, Connection> open = new ConcurrentHashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** @param exempt addresses of which there may be as many connections as there are places */
    OpenConnections(Bounds bounds, Predicate<InetAddress> exempt, LongSupplier nanos) {
        this.all = bounds.get(Bound.CONNECTIONS);
        this.perAddress = bounds.get(Bound.CONNECTIONS_PER_ADDRESS);
        this.headNanos = bounds.time(Bound.HEAD_TIME).toNanos();
        this.exempt = exempt;
        this.nanos = nanos;
    }

    /** Counts a connection; false if its address has too many already, or as many as anybody when all places are taken. */
    boolean admit(SocketChannel channel, InetAddress address) {
        String owner =
                exempt.test(address) ? NOBODYS : AddressRange.customer(address).toString();
        synchronized (counts) {
            int has = counts.getOrDefault(owner, 0);
            boolean mine = owner.equals(NOBODYS) || has < perAddress;
            if (!mine || open.size() >= all && !madeRoomFor(owner)) {
                return false;
            }
            counts.put(owner, has + 1);
            open.put(channel, new Connection(channel, owner, headNanos, nanos.getAsLong()));
        }
        return true;
    }

    /** Those that were cut already count for nobody: the server may need a moment to close them. */
    private boolean madeRoomFor(String owner) {
        Map<String, Integer> left = new HashMap<>();
        Map<String, Connection> oldest = new HashMap<>();
        for (Connection connection : open.values()) {
            if (!connection.isCut()) {
                left.merge(connection.owner(), 1, Integer::sum);
            }
            if (connection.isWithoutRequest() && !connection.owner().equals(NOBODYS)) {
                oldest.merge(connection.owner(), connection, OpenConnections::older);
            }
        }
        int least = owner.equals(NOBODYS) ? 0 : left.getOrDefault(owner, 0) + 1;
        Optional<Connection> victim = oldest.entrySet().stream()
                .max(Comparator.comparingInt(it -> left.getOrDefault(it.getKey(), 0)))
                .filter(it -> left.getOrDefault(it.getKey(), 0) > least)
                .map(Map.Entry::getValue);
        victim.ifPresent(Connection::cut);
        return victim.isPresent();
    }

    private static Connection older(Connection one, Connection other) {
        return one.acceptedAt() - other.acceptedAt() <= 0 ? one : other;
    }

    /** A connection was closed. */
    void gone(SocketChannel channel) {
        Connection closed = open.remove(channel);
        if (closed == null) {
            return;
        }
        synchronized (counts) {
            counts.computeIfPresent(closed.owner(), (owner, has) -> has <= 1 ? null : has - 1);
        }
    }

    @Nullable
    Connection of(@Nullable SocketChannel channel) {
        return channel == null ? null : open.get(channel);
    }

    /** Ends those whose step takes too long. */
    void cutLate() {
        long now = nanos.getAsLong();
        for (Connection connection : open.values()) {
            if (connection.isLate(now)) {
                connection.cut();
            }
        }
    }

    long now() {
        return nanos.getAsLong();
    }

    int size() {
        return open.size();
    }

    int owners() {
        synchronized (counts) {
            return counts.size();
        }
    }
}
