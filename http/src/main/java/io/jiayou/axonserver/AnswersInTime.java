package io.jiayou.axonserver;

import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import io.jiayou.outside.Patience;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives up calls that people wait for: the connector itself waits ten seconds for the next event of an aggregate. */
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

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return next.newCall(
                method,
                AWAITED.contains(method.getFullMethodName())
                        ? options.withDeadlineAfter(Patience.PERSON.toMillis(), TimeUnit.MILLISECONDS)
                        : options);
    }
}
