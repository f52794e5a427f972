package io.jiayou.command;

import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.metadata.MetadataKeys;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Who sends commands, in which role, through which channel, and what it all belongs to. Bound to the thread for the time
 * of a request or a job; {@link OriginMetadata} writes it into every command and so into every event.
 *
 * @param session in which the actor proved who they are; none where nobody did
 * @param network where the request came from; kept only of what the system does for one of the staff or a program that logs
 *     in, since no event says where a driver is
 * @param authority by what right; not part of any message's metadata
 */
public record Origin(
        String actor,
        String role,
        String channel,
        String correlationId,
        @Nullable String session,
        @Nullable String network,
        Authority authority) {

    private static final ScopedValue<Origin> CURRENT = ScopedValue.newInstance();

    /** What the system does by itself. */
    private static final Origin SYSTEM = new Origin("system", "system", "system", "none");

    private static final String ANONYMOUS = "anonymous";

    /** A part of the system itself. */
    public Origin(String actor, String role, String channel, String correlationId) {
        this(actor, role, channel, correlationId, null, null, Authority.SYSTEM);
    }

    /** Who sent a request without a token. */
    static Origin anonymous(String channel, String correlationId, String network) {
        return new Origin(ANONYMOUS, ANONYMOUS, channel, correlationId, null, network, Authority.NOBODY);
    }

    /** Who sent a request with a token. */
    static Origin of(Caller caller, String channel, String correlationId, String network) {
        return new Origin(
                caller.actor(),
                caller.role().code(),
                channel,
                correlationId,
                caller.sessionId(),
                network,
                new Authority.OfCaller(caller));
    }

    /** The system itself, acting for somebody in the course of the same request. */
    public Origin inTheNameOf(String other, String otherRole, @Nullable String otherSession) {
        return new Origin(other, otherRole, channel, correlationId, otherSession, network, Authority.SYSTEM);
    }

    /** Runs a piece of work as this origin. */
    public <T> T call(Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, this).call(work::call);
    }

    /** The origin that the thread is bound to; the system itself if it is bound to none. */
    public static Origin current() {
        return CURRENT.orElse(SYSTEM);
    }

    MetaData metadata() {
        Map<String, String> said = new HashMap<>();
        said.put(MetadataKeys.ACTOR, actor);
        said.put(MetadataKeys.ROLE, role);
        said.put(MetadataKeys.CHANNEL, channel);
        said.put(MetadataKeys.CORRELATION_ID, correlationId);
        if (session != null) {
            said.put(MetadataKeys.SESSION, session);
        }
        if (network != null && authority.equals(Authority.SYSTEM) && !role.equals(Role.DRIVER.code())) {
            said.put(MetadataKeys.NETWORK, network);
        }
        return MetaData.from(said);
    }
}
