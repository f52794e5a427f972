package io.jiayou.order.details;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The open streams of this node. They end before the web server does, which would wait for them in vain. */
@Component
class OrderStreams implements SmartLifecycle {

    private final Set<OrderStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    /** Knows a stream until it ends. */
    void add(OrderStream stream) {
        open.add(stream);
        stream.emitter().onCompletion(() -> open.remove(stream));
    }

    int count() {
        return open.size();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(OrderStream::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
