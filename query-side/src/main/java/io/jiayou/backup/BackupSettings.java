package io.jiayou.backup;

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
        @DefaultValue("3m") Duration lateAfter) {}
