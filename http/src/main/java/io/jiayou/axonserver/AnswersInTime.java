package io.jiayou.axonserver;

import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.jiayou.outside.Patience;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gives up calls that people wait for, and tells of each that failed: the connector itself waits ten seconds for the next event of
 * an aggregate, and one command makes several calls.
 */
final class AnswersInTime implements ClientInterceptor {

    private static final Set<String> AWAITED = Stream.of(
                    EventStoreGrpc.getAppendEventMethod(),
                    EventStoreGrpc.getListAggregateEventsMethod(),
                    EventStoreGrpc.getReadHighestSequenceNrMethod(),
                    EventStoreGrpc.getGetFirstTokenMethod(),
                    EventStoreGrpc.getGetLastTokenMethod(),
                    EventStoreGrpc.getGetTokenAtMethod())
            .map(MethodDescriptor::getFullMethodName)
            .collect(Collectors.toUnmodifiableSet());

    private final Consumer<Throwable> failed;

    /** @param failed told of what a call failed by, in a thread that may wait */
    AnswersInTime(Consumer<Throwable> failed) {
        this.failed = failed;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        if (!AWAITED.contains(method.getFullMethodName())) {
            return next.newCall(method, options);
        }
        CallOptions inTime = options.withDeadlineAfter(Patience.PERSON.toMillis(), TimeUnit.MILLISECONDS);
        return new SimpleForwardingClientCall<>(next.newCall(method, inTime)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                super.start(new Told<>(listener), headers);
            }
        };
    }

    private final class Told<A> extends SimpleForwardingClientCallListener<A> {

        Told(ClientCall.Listener<A> listener) {
            super(listener);
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            if (!status.isOk()) {
                Thread.ofVirtual().start(() -> failed.accept(status.asRuntimeException()));
            }
            super.onClose(status, trailers);
        }
    }
}
