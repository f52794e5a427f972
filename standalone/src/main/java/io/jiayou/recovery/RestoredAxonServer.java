package io.jiayou.recovery;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import io.jiayou.archive.restore.Restore;
import io.jiayou.archive.restore.Restored;
import io.jiayou.archive.restore.Until;
import io.jiayou.archive.seal.AgeIdentity;
import io.jiayou.archive.target.Target;
import io.jiayou.archive.verify.Known;
import io.jiayou.archive.verify.Trust;
import io.jiayou.audit.records.AxonServerEventRecords;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * An Axon Server into which an archive is restored by appending what it holds: ids, times, metadata and payloads to the byte,
 * past all serialisers. It has to be empty, or to hold a beginning of exactly these events, as an interrupted restore leaves it.
 *
 * @param identities open the archive
 */
public record RestoredAxonServer(Target target, Trust trust, Known known, List<AgeIdentity> identities) {

    /**
     * Restores, or goes on where an interrupted restore has ended.
     *
     * @param server its gRPC
     * @param toErase gets what has to stay erased, before the first event
     * @throws io.jiayou.archive.ArchiveException for whatever is wrong with the archive; OTHER_EVENTS or OUT_OF_RANGE if the
     *     server has events that aren't a beginning of what is to be restored
     */
    public Restored into(
            ServerAddress server, String context, Until until, Consumer<List<String>> toErase, LongConsumer progress)
            throws IOException {
        AxonServerConnectionFactory factory = AxonServerConnectionFactory.forClient("jiayou-restore")
                .routingServers(server)
                .build();
        try {
            AxonServerConnection connection = factory.connect(context);
            StoreSink sink = new StoreSink(new AxonServerEventRecords(connection::eventChannel), toErase, event -> {});
            return new Restore(target, trust, known, identities, InstantSource.system()).run(sink, until, progress);
        } finally {
            factory.shutdown();
        }
    }
}
