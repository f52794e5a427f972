package io.jiayou.http.connections;

import io.jiayou.http.bounds.Bound;
import io.jiayou.http.bounds.Bounds;
import java.net.InetAddress;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 as Tomcat speaks it, with bounds on what a connection takes before there is a request that a filter could refuse:
 * how many there are, in all and of one address, the size of a head, and the time for it. Tomcat makes one by its name.
 */
public final class BoundedProtocol extends Http11NioProtocol {

    private static final long LOOK_MILLIS = 1_000;

    /** How Tomcat tells of requests that break the rules; by itself once for each of its many processors. */
    private static final String ON_BAD_REQUESTS = "org.apache.juli.logging.UserDataHelper.CONFIG";

    static {
        if (System.getProperty(ON_BAD_REQUESTS) == null) {
            System.setProperty(ON_BAD_REQUESTS, "DEBUG_ALL");
        }
    }

    private final BoundedEndpoint endpoint;
    private @Nullable ScheduledFuture<?> looking;

    public BoundedProtocol() {
        this(new BoundedEndpoint());
    }

    private BoundedProtocol(BoundedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    /**
     * Says what holds; before it starts.
     *
     * @param exempt addresses of which there may be as many connections as there are at all
     */
    public void bound(Bounds bounds, Predicate<InetAddress> exempt) {
        endpoint.ask(new OpenConnections(bounds, exempt, System::nanoTime));
        // those that have to make room for others are still there for a moment
        int all = Math.max(1, bounds.count(Bound.CONNECTIONS));
        setMaxConnections(Math.toIntExact(Math.min(Integer.MAX_VALUE, all + all / 8L + 1)));
        setMaxHttpRequestHeaderSize(bounds.count(Bound.HEAD_SIZE));
        setConnectionTimeout(millis(bounds, Bound.SILENCE));
        setKeepAliveTimeout(millis(bounds, Bound.IDLE_TIME));
    }

    private static int millis(Bounds bounds, Bound time) {
        return (int) Math.min(Integer.MAX_VALUE, bounds.time(time).toMillis());
    }

    @Override
    public void setAdapter(Adapter adapter) {
        super.setAdapter(new WatchedAdapter(adapter));
    }

    @Override
    public void start() throws Exception {
        super.start();
        looking = getUtilityExecutor()
                .scheduleWithFixedDelay(this::cutLate, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Whatever fails once: an executor runs no more what failed. */
    private void cutLate() {
        try {
            endpoint.open().cutLate();
        } catch (RuntimeException | Error e) {
            getLog().warn("Connections whose time is over weren't cut", e);
        }
    }

    @Override
    public void stop() throws Exception {
        if (looking != null) {
            looking.cancel(false);
        }
        super.stop();
    }

    /** How many are open. */
    public int openConnections() {
        return endpoint.open().size();
    }
}
