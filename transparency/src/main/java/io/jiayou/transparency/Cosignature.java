package io.jiayou.transparency;

import java.time.Instant;

/**
 * A witness's word that a checkpoint is the largest consistent one it had seen of its log (tlog-cosignature).
 *
 * @param time when it was made, to the second
 */
public record Cosignature(NoteKey witness, Instant time) {

    /** What a witness signs: a header, the time, then the checkpoint's whole text. */
    static byte[] message(long seconds, String text) {
        return NoteText.encode("cosignature/v1\ntime " + seconds + '\n' + text);
    }
}
