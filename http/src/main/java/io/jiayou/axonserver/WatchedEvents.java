package io.jiayou.axonserver;

import io.jiayou.outside.Dependency;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The event store, but while it's known to be away nobody waits for it. */
final class WatchedEvents {

    /** Who listens is kept in the process. */
    private static final Set<String> OF_THE_PROCESS = Set.of("subscribe", "registerDispatchInterceptor");

    private WatchedEvents() {}

    static EventStore of(EventStore events, Dependency dependency) {
        return (EventStore) Proxy.newProxyInstance(
                EventStore.class.getClassLoader(), new Class<?>[] {EventStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("equals")) {
                        return proxy == arguments[0];
                    }
                    if (method.getDeclaringClass() != Object.class && !OF_THE_PROCESS.contains(method.getName())) {
                        dependency.require();
                    }
                    try {
                        return method.invoke(events, arguments);
                    } catch (InvocationTargetException e) {
                        Throwable failure = e.getTargetException();
                        dependency.failed(failure);
                        throw failure;
                    }
                });
    }
}
