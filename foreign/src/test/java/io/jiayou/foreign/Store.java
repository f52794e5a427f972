package io.jiayou.foreign;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.jiayou.detour.Detour;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Optional;

/** A database that read models are kept in, empty before and afterwards, on a way that can be closed where it's a single server's. */
final class Store implements AutoCloseable {

    private final ConnectionString direct;
    private final Optional<Detour> way;

    private Store(ConnectionString direct) {
        this.direct = direct;
        this.way = isOneServer(direct) ? Optional.of(new Detour(address(direct))) : Optional.empty();
    }

    /** @throws IllegalStateException if somebody keeps something there */
    static Store at(String uri) {
        ConnectionString direct = new ConnectionString(uri);
        try (MongoClient client = MongoClients.create(direct)) {
            if (database(client, direct).listCollectionNames().first() != null) {
                throw new IllegalStateException(
                        "the database isn't empty, and would be dropped: " + direct.getDatabase());
            }
        }
        return new Store(direct);
    }

    /** Others tell the driver where else they are, or show a certificate for their own name. */
    private static boolean isOneServer(ConnectionString uri) {
        return uri.getHosts().size() == 1
                && !uri.isSrvProtocol()
                && uri.getRequiredReplicaSetName() == null
                && !Boolean.TRUE.equals(uri.getSslEnabled());
    }

    private static InetSocketAddress address(ConnectionString uri) {
        ServerAddress server = new ServerAddress(uri.getHosts().getFirst());
        return new InetSocketAddress(server.getHost(), server.getPort());
    }

    /** What the system is told. */
    String uri() {
        String itself = direct.getConnectionString();
        return way.map(it -> itself.replace(direct.getHosts().getFirst(), "127.0.0.1:" + it.port()))
                .orElse(itself);
    }

    /** The way to it, where there is one that can be closed. */
    Optional<Detour> way() {
        return way;
    }

    @Override
    public void close() {
        way.ifPresent(Detour::close);
        try (MongoClient client = MongoClients.create(direct)) {
            database(client, direct).drop();
        }
    }

    private static MongoDatabase database(MongoClient client, ConnectionString uri) {
        return client.getDatabase(Objects.requireNonNull(uri.getDatabase(), "the database's name is missing"));
    }
}
