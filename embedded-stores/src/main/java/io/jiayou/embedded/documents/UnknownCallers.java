package io.jiayou.embedded.documents;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import java.nio.ByteOrder;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Connections that haven't logged in. Anybody on this machine can open one, so what they may take is bounded: messages of 16 KB,
 * 200 connections. One more closes the one that has been there longest, so that nobody keeps out who is about to log in; the
 * driver's own look at the server, which never logs in, comes back by itself.
 */
final class UnknownCallers {

    static final int CONNECTIONS = 200;
    static final int MESSAGE_BYTES = 16 * 1024;

    private static final int LENGTH_BYTES = 4;

    private final Set<Channel> callers = new LinkedHashSet<>();

    /** For a connection that was just made. */
    Gate gate() {
        return new Gate();
    }

    private void add(Channel caller) {
        Channel oldest = null;
        synchronized (callers) {
            callers.add(caller);
            if (callers.size() > CONNECTIONS) {
                oldest = callers.iterator().next();
                callers.remove(oldest);
            }
        }
        if (oldest != null) {
            oldest.close();
        }
    }

    private void remove(Channel caller) {
        synchronized (callers) {
            callers.remove(caller);
        }
    }

    /** Lets a connection that has logged in send what it likes. */
    static void open(Channel caller) {
        Gate gate = caller.pipeline().get(Gate.class);
        if (gate != null) {
            caller.pipeline().remove(gate);
        }
    }

    /** Reads no message that is longer than an unknown caller needs. */
    final class Gate extends LengthFieldBasedFrameDecoder {

        Gate() {
            super(ByteOrder.LITTLE_ENDIAN, MESSAGE_BYTES, 0, LENGTH_BYTES, -LENGTH_BYTES, 0, true);
        }

        @Override
        public void channelActive(ChannelHandlerContext context) throws Exception {
            add(context.channel());
            super.channelActive(context);
        }

        /** Who doesn't read the answers gets no more of them. */
        @Override
        protected @Nullable Object decode(ChannelHandlerContext context, ByteBuf in) throws Exception {
            if (!context.channel().isWritable()) {
                context.close();
                return null;
            }
            return super.decode(context, in);
        }

        @Override
        protected void handlerRemoved0(ChannelHandlerContext context) throws Exception {
            remove(context.channel());
            super.handlerRemoved0(context);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable tooLong) {
            context.close();
        }
    }
}
