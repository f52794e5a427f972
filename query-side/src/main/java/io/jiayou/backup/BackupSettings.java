package io.jiayou.backup;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where archives go, and when.
 *
 * @param targets addresses: folders, {@code s3://BUCKET/PREFIX?endpoint=…}; none for no archive
 * @param recipients whose identities can open it, {@code age1…}
 * @param directory what the archives need beside the data: their signing key, the newest heads
 * @param every how long an event waits at most for its segment, besides the time until the log's next checkpoint
 * @param segmentBytes how many bytes of lines a segment has at most, give or take one line
 * @param lockedFor how long files are locked where a target has object locks; absent for not at all
 * @param fullAt when, in the business zone, a full backup is taken every day
 * @param keepKeys how long the keys of persons stay with a full backup
 * @param lateAfter how long an event may wait before that is an alarm
 * @param prune what happens after the nightly full backup to those that no rule keeps; absent for nothing
 * @param keep which full backups stay, {@code last=3,daily=7,weekly=5,monthly=12,yearly=5}
 * @param prepare whether a folder that was never archived to is made ready by the node itself; else {@code ./jiayou backup init} does
 *     so once, and a mount point whose disk isn't there stays what it is
 * @param commands the command side's address, which records what was pruned; absent for nobody
 * @param commandsKey a key with the scope archive, by which this node logs in there; in one process it needs none
 */
@ConfigurationProperties("jiayou.archive")
public record BackupSettings(
        @DefaultValue List<String> targets,
        @DefaultValue List<String> recipients,
        @Nullable Path directory,
        @DefaultValue("40s") Duration every,
        @DefaultValue("8000000") int segmentBytes,
        @Nullable Duration lockedFor,
        @DefaultValue("03:00") LocalTime fullAt,
        @DefaultValue("30d") Duration keepKeys,
        @DefaultValue("3m") Duration lateAfter,
        @Nullable Prune prune,

        @DefaultValue("last=3,daily=7,weekly=5,monthly=12,yearly=5")
        String keep,

        @DefaultValue("false") boolean prepare,
        @Nullable URI commands,
        @Nullable String commandsKey) {

    /** What the nightly schedule does about full backups that no rule keeps. */
    public enum Prune {
        /** Says in the log what would go. */
        TELL,
        /** Deletes them. */
        APPLY
    }
}
