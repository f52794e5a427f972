package io.jiayou.http.connections;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/** Stands where the server hands a request on as soon as its head is whole, and gets it back answered. */
final class WatchedAdapter implements Adapter {

    private final Adapter server;

    WatchedAdapter(Adapter server) {
        this.server = server;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        if (!WatchedHandler.CURRENT.isBound()) {
            server.service(request, response);
            return;
        }
        Connection connection = WatchedHandler.CURRENT.get();
        connection.hasRequest();
        try {
            server.service(request, response);
        } finally {
            if (!isAsync(request)) {
                connection.hasAnswered(System.nanoTime());
            }
        }
    }

    /** Whether its answer comes later, from another thread. */
    private static boolean isAsync(Request request) {
        AtomicBoolean asynchronous = new AtomicBoolean();
        request.action(ActionCode.ASYNC_IS_ASYNC, asynchronous);
        return asynchronous.get();
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return server.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
        return server.asyncDispatch(request, response, status);
    }

    @Override
    public void log(Request request, Response response, long time) {
        server.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        server.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return server.getDomain();
    }
}
