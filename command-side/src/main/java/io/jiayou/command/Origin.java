package io.jiayou.command;

import io.jiayou.metadata.MetadataKeys;
import java.util.Map;
import java.util.concurrent.Callable;
import org.axonframework.messaging.MetaData;

/**
 * Who sends commands, in which role, through which channel, and what it all belongs to. Bound to the thread for the time
 * of a request or a job; {@link OriginMetadata} writes it into every command and so into every event.
 */
public record Origin(String actor, String role, String channel, String correlationId) {

    private static final ScopedValue<Origin> CURRENT = ScopedValue.newInstance();

    /** What the system does by itself. */
    private static final Origin SYSTEM = new Origin("system", "system", "system", "none");

    /** Runs a piece of work as this origin. */
    public <T> T call(Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, this).call(work::call);
    }

    /** The origin that the thread is bound to; the system itself if it is bound to none. */
    public static Origin current() {
        return CURRENT.orElse(SYSTEM);
    }

    MetaData metadata() {
        return MetaData.from(Map.of(
                MetadataKeys.ACTOR, actor,
                MetadataKeys.ROLE, role,
                MetadataKeys.CHANNEL, channel,
                MetadataKeys.CORRELATION_ID, correlationId));
    }
}
