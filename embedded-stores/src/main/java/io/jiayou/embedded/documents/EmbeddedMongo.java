package io.jiayou.embedded.documents;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.LongAdder;

/**
 * A server in this process that speaks MongoDB's wire protocol on the loopback interface and keeps its documents in
 * memory. It loses everything when it ends: what it holds is rebuilt from the events, or from a
 * {@link ReadStoreCheckpoint} and the events after it.
 *
 * <p>It is one node without sessions and transactions. A single document is written atomically, a query sees its
 * collection at one moment.
 */
public final class EmbeddedMongo implements AutoCloseable {

    // A connection stays on one thread, and a connection that waits for a long scan holds up all others on its thread.
    private static final int CONNECTION_THREADS = 32;

    private final LongAdder documentsVisited = new LongAdder();
    private final MongoServer server = new MongoServer(new IndexedBackend(documentsVisited));
    private final InetSocketAddress address;

    private EmbeddedMongo(int port) {
        server.bind(new InetSocketAddress("127.0.0.1", port), 1, CONNECTION_THREADS);
        this.address = server.getLocalAddress();
    }

    /** Starts an empty server on a free port. */
    public static EmbeddedMongo start() {
        return start(0);
    }

    /**
     * Starts an empty server on the given port.
     *
     * @param port 1 to 65535, or 0 for a free one
     * @throws RuntimeException that wraps a {@link java.net.BindException} if the port is taken
     */
    public static EmbeddedMongo start(int port) {
        return new EmbeddedMongo(port);
    }

    /** What a driver connects to, as {@code mongodb://127.0.0.1:port}; append a database as {@code /name}. */
    public String connectionString() {
        return "mongodb://127.0.0.1:" + port();
    }

    public int port() {
        return address.getPort();
    }

    /**
     * How many documents were read so far to answer queries, updates and deletes, whether they matched or not. It grows
     * by a collection's size with each query that finds no index.
     */
    public long documentsVisited() {
        return documentsVisited.sum();
    }

    /** Closes all connections and forgets all documents. */
    @Override
    public void close() {
        server.shutdownNow();
    }
}
