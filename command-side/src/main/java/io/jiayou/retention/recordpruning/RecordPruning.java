package io.jiayou.retention.recordpruning;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Record that a set was deleted from an archive; sending the same one twice records it once. */
public record RecordPruning(
        @TargetAggregateIdentifier String archiveId,
        long set,
        String setSha256,
        String target,
        @Nullable String rule,
        @Nullable String by,
        Instant at) {}
