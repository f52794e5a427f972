package io.jiayou.retention.events;

import java.time.Instant;

/** What was deleted of an archive. */
public sealed interface RetentionEvent permits SetPruned {

    /** The archive's own id, 32 hexadecimal digits: each target has an archive of its own. */
    String archiveId();

    /** When it happened; when it was recorded is the event's own timestamp. */
    Instant at();
}
