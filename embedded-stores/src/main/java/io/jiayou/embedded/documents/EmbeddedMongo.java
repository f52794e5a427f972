package io.jiayou.embedded.documents;

import java.util.concurrent.atomic.LongAdder;

/**
 * A server in this process that speaks MongoDB's wire protocol on the loopback interface and keeps its documents in
 * memory. It loses everything when it ends: what it holds is rebuilt from the events, or from a
 * {@link ReadStoreCheckpoint} and the events after it.
 *
 * <p>Other users of the machine reach the port too, so every connection has to show a password, which each server makes for
 * itself and gives to nobody but who asks this object for its {@link #uri}.
 *
 * <p>It is one node without sessions and transactions. A single document is written atomically, a query sees its
 * collection at one moment.
 */
public final class EmbeddedMongo implements AutoCloseable {

    private final LongAdder documentsVisited = new LongAdder();
    private final StoreLogin login = StoreLogin.random();
    private final WireServer server;

    private EmbeddedMongo(int port) {
        server = new WireServer(new IndexedBackend(documentsVisited, login), port);
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

    /** What a driver connects to, with the password in it: not for logs, files and command lines. */
    public String uri() {
        return uri("");
    }

    /** As above, with a database's name. */
    public String uri(String database) {
        return login.uri(port(), database);
    }

    public int port() {
        return server.port();
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
        server.close();
    }
}
