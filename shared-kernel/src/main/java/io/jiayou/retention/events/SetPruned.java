package io.jiayou.retention.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A full backup was deleted from an archive, since no rule keeps it. The archive's own signed note says the same.
 *
 * @param set its number in the archive
 * @param setSha256 of the set's manifest, 64 hexadecimal digits: which set exactly
 * @param target where the archive lies
 * @param rule the rules of which none kept it; none where the note doesn't say
 * @param by who deleted it: an account of the operating system, or {@code system} for the nightly schedule; none where the
 *     note doesn't say
 */
@StoredAs("archive.set-pruned")
public record SetPruned(
        @Limited(Limit.ARCHIVE) String archiveId,
        @Limited(Limit.COUNT) long set,
        @Limited(Limit.SHA_256) String setSha256,
        @Limited(Limit.NOTE) String target,
        @Limited(Limit.NOTE) @Nullable String rule,
        @Limited(Limit.NOTE) @Nullable String by,
        Instant at)
        implements RetentionEvent {}
