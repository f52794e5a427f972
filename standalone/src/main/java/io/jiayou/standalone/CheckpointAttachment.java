package io.jiayou.standalone;

import io.jiayou.archive.write.Attachment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The read models' checkpoint, which goes with a full backup so that a restored system starts from it. */
public final class CheckpointAttachment {

    /** Its file, in the data directory and in the set. */
    public static final String NAME = "read-models.checkpoint";

    private CheckpointAttachment() {}

    /** Nothing as long as no checkpoint was written. */
    public static List<Attachment> of(Path data) {
        Path file = data.resolve(NAME);
        return Files.exists(file) ? List.of(Attachment.file(NAME, out -> Files.copy(file, out))) : List.of();
    }
}
