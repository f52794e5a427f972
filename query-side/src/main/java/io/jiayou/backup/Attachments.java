package io.jiayou.backup;

import io.jiayou.archive.write.Attachment;
import java.util.List;

/** What goes with a full backup besides the events. */
public interface Attachments {

    /** As they are now, without secrets but for those marked as keys. */
    List<Attachment> now();
}
