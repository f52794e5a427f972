package io.jiayou.http;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/** An event store in memory that can't be read for a while, and whose streams can't either. */
public final class BreakableStore {

    private final EventStore sound = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final EventStore store = breakable(EventStore.class, sound);
    private volatile boolean broken;

    /** What breaks. */
    public EventStore store() {
        return store;
    }

    /** The same events, for whoever writes them meanwhile. */
    public EventStore sound() {
        return sound;
    }

    public void breakDown() {
        broken = true;
    }

    public void mend() {
        broken = false;
    }

    private <T> T breakable(Class<T> type, T part) {
        Object proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            if (broken && !method.getName().equals("close")) {
                throw new IllegalStateException("the store can't be read");
            }
            try {
                Object result = method.invoke(part, given);
                return result instanceof BlockingStream<?> stream ? breakable(BlockingStream.class, stream) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
        return type.cast(proxy);
    }
}
