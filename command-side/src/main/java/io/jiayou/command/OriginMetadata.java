package io.jiayou.command;

import io.jiayou.metadata.MetadataKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** The one place that says in metadata who, through which channel, caused by what. */
final class OriginMetadata implements MessageDispatchInterceptor<CommandMessage<?>>, CorrelationDataProvider {

    private static final List<String> CARRIED = List.of(
            MetadataKeys.ACTOR,
            MetadataKeys.ROLE,
            MetadataKeys.CHANNEL,
            MetadataKeys.SESSION,
            MetadataKeys.NETWORK,
            MetadataKeys.CORRELATION_ID);

    @Override
    public BiFunction<Integer, CommandMessage<?>, CommandMessage<?>> handle(
            List<? extends CommandMessage<?>> commands) {
        return (index, command) -> command.andMetaData(Origin.current().metadata());
    }

    /** What an event takes over from the command that caused it. */
    @Override
    public Map<String, ?> correlationDataFor(Message<?> command) {
        Map<String, Object> carried = new HashMap<>();
        for (String key : CARRIED) {
            Object value = command.getMetaData().get(key);
            if (value != null) {
                carried.put(key, value);
            }
        }
        carried.put(MetadataKeys.CAUSATION_ID, command.getIdentifier());
        return carried;
    }
}
