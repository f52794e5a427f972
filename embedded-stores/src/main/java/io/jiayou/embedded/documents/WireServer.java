package io.jiayou.embedded.documents;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.wire.MongoDatabaseHandler;
import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The library's protocol on a loopback port, behind a gate for whoever hasn't logged in. The library's own server has no place for
 * one, and reads messages of up to 2 GB.
 */
final class WireServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WireServer.class);

    // A connection stays on one thread, and a connection that waits for a long scan holds up all others on its thread.
    private static final int CONNECTION_THREADS = 32;

    private final MongoBackend backend;
    private final UnknownCallers unknown = new UnknownCallers();
    private final EventLoopGroup acceptor = group("read-store-acceptor", 1);
    private final EventLoopGroup workers = group("read-store", CONNECTION_THREADS);
    private final ChannelGroup callers = new DefaultChannelGroup("read-store-callers", acceptor.next());
    private final Channel door;

    WireServer(MongoBackend backend, int port) {
        this.backend = backend;
        try {
            door = new ServerBootstrap()
                    .group(acceptor, workers)
                    .channel(NioServerSocketChannel.class)
                    .childOption(ChannelOption.TCP_NODELAY, true)
                    .childHandler(new Line())
                    .bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port))
                    .syncUninterruptibly()
                    .channel();
        } catch (RuntimeException e) {
            shutDown(acceptor);
            shutDown(workers);
            throw e;
        }
    }

    private static EventLoopGroup group(String name, int threads) {
        return new MultiThreadIoEventLoopGroup(
                threads, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
    }

    int port() {
        return ((InetSocketAddress) door.localAddress()).getPort();
    }

    private static void shutDown(EventLoopGroup group) {
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        door.close().syncUninterruptibly();
        callers.close().syncUninterruptibly();
        shutDown(workers);
        shutDown(acceptor);
        workers.terminationFuture().syncUninterruptibly();
        acceptor.terminationFuture().syncUninterruptibly();
        backend.close();
    }

    /** What each connection goes through. */
    private final class Line extends ChannelInitializer<SocketChannel> {

        @Override
        protected void initChannel(SocketChannel caller) {
            sleepThroughSilence(caller);
            caller.pipeline()
                    .addLast(
                            unknown.gate(),
                            new MongoWireReplyEncoder(),
                            new MongoWireMessageEncoder(),
                            new MongoWireProtocolHandler(),
                            new MongoDatabaseHandler(backend, callers),
                            new Failures());
        }
    }

    /** A thread with nothing scheduled looks once a second whether there is something, for each connection that is there. */
    private static void sleepThroughSilence(SocketChannel caller) {
        Future<?> something = caller.eventLoop().scheduleWithFixedDelay(() -> {}, 1, 1, TimeUnit.HOURS);
        caller.closeFuture().addListener(closed -> something.cancel(false));
    }

    /** What can't be read ends its connection. The library would write a stack trace for each. */
    private static final class Failures extends ChannelInboundHandlerAdapter {

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
            if (StoreLogin.hasAdmitted(context.channel())) {
                LOG.warn("A connection of the read store ends: {}", failure.toString());
            } else {
                LOG.debug("A connection that hasn't logged in ends: {}", failure.toString());
            }
            context.close();
        }
    }
}
