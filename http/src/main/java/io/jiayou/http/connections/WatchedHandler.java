package io.jiayou.http.connections;

import java.nio.channels.SocketChannel;
import java.util.function.Supplier;
import org.apache.tomcat.util.net.AbstractEndpoint;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** Tells a {@link Connection} what the server does with it. */
final class WatchedHandler implements AbstractEndpoint.Handler<NioChannel> {

    /** The connection that this thread works on. */
    static final ScopedValue<Connection> CURRENT = ScopedValue.newInstance();

    private final AbstractEndpoint.Handler<NioChannel> server;
    private final Supplier<OpenConnections> connections;

    WatchedHandler(AbstractEndpoint.Handler<NioChannel> server, Supplier<OpenConnections> connections) {
        this.server = server;
        this.connections = connections;
    }

    @Override
    public SocketState process(SocketWrapperBase<NioChannel> socket, SocketEvent event) {
        Connection connection = connections.get().of(channel(socket));
        if (connection == null) {
            return server.process(socket, event);
        }
        connection.stirs(connections.get().now());
        SocketState state = ScopedValue.where(CURRENT, connection).call(() -> server.process(socket, event));
        if (state == SocketState.OPEN) {
            connection.rests();
        }
        return state;
    }

    @Override
    public void release(SocketWrapperBase<NioChannel> socket) {
        SocketChannel channel = channel(socket);
        if (channel != null) {
            connections.get().gone(channel);
        }
        server.release(socket);
    }

    private static @Nullable SocketChannel channel(SocketWrapperBase<NioChannel> socket) {
        NioChannel channel = socket.getSocket();
        return channel == null ? null : channel.getIOChannel();
    }

    @Override
    public Object getGlobal() {
        return server.getGlobal();
    }

    @Override
    public void pause() {
        server.pause();
    }

    @Override
    public void recycle() {
        server.recycle();
    }
}
