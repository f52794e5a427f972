package io.jiayou.http.connections;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.jspecify.annotations.Nullable;

/** Tomcat's endpoint, which asks {@link OpenConnections} about every connection that it has accepted, and tells of each that ends. */
final class BoundedEndpoint extends NioEndpoint {

    private @Nullable OpenConnections connections;

    void ask(OpenConnections all) {
        connections = all;
    }

    OpenConnections open() {
        return Objects.requireNonNull(connections, "nobody has said how many connections there may be");
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        InetAddress address = peer(socket);
        if (address == null || !open().admit(socket, address)) {
            destroySocket(socket);
            // taken care of: the acceptor has nothing left to close
            return true;
        }
        return super.setSocketOptions(socket);
    }

    @Override
    protected void destroySocket(SocketChannel socket) {
        open().gone(socket);
        super.destroySocket(socket);
    }

    @Override
    public void setHandler(Handler<NioChannel> handler) {
        super.setHandler(new WatchedHandler(handler, this::open));
    }

    private static @Nullable InetAddress peer(SocketChannel socket) {
        try {
            return socket.getRemoteAddress() instanceof InetSocketAddress peer ? peer.getAddress() : null;
        } catch (IOException closed) {
            return null;
        }
    }
}
