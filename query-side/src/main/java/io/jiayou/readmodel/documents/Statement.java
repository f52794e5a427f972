package io.jiayou.readmodel.documents;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What a generation is the fold of: exactly the events up to a position.
 *
 * @param id the generation's name and the position
 * @param generation its number
 * @param position of the last event folded, -1 for none
 * @param documents how many
 * @param hash their canonical hash
 * @param software what has folded them
 * @param note the statement signed by the audit log's key (C2SP signed-note); none before it is
 */
public record Statement(
        @BsonId String id,
        String model,
        int generation,
        long position,
        long documents,
        String hash,
        String software,
        Instant at,
        @Nullable String note) {

    /** The name and version of this software. */
    public static final String SOFTWARE = "jiayou 0.1.0";

    Generation asGeneration() {
        return new Generation(model, generation);
    }
}
