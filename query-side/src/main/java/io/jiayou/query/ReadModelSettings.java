package io.jiayou.query;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How read models are kept on this node.
 *
 * @param node names this process towards the others; one that keeps its name goes on at once after a restart instead of
 *     waiting for its own claims to end
 * @param claimTimeout how long a node that doesn't answer any more keeps its work from the others
 * @param documentsInMemory how many documents a rebuild may keep in memory
 * @param readyWithin how many events a read model may be behind for this node to serve
 * @param keepPasts how long a past is kept
 */
@ConfigurationProperties("jiayou.read-models")
public record ReadModelSettings(
        @Nullable String node,
        @DefaultValue("10s") Duration claimTimeout,
        @DefaultValue("20000") int documentsInMemory,
        @DefaultValue("100") long readyWithin,
        @DefaultValue("24h") Duration keepPasts) {

    String nodeName() {
        return node == null || node.isBlank()
                ? ManagementFactory.getRuntimeMXBean().getName()
                : node;
    }
}
