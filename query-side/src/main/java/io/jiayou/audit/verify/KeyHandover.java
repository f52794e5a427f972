package io.jiayou.audit.verify;

import io.jiayou.transparency.Hash;
import io.jiayou.transparency.NoteVerifier;
import io.jiayou.transparency.TreeHead;
import io.jiayou.transparency.VerificationException;

/**
 * That a log is signed by another key from now on. Its text is a signed note's, signed by the key before and by the new one:
 *
 * <pre>
 * jiayou.example/audit/key-handover
 * size 20093
 * root iVnG…=
 * key jiayou.example/audit+1a2b3c4d+AX…
 * </pre>
 *
 * @param origin of the log
 * @param head the tree up to which the key before has signed
 * @param key that signs from now on
 */
public record KeyHandover(String origin, TreeHead head, NoteVerifier key) {

    private static final LabelledText FORM = LabelledText.of("key-handover", "size", "root", "key");

    /** The text that both keys sign. */
    public String text() {
        return FORM.write(origin, head.size(), head.root(), key.key().vkey());
    }

    /** @throws VerificationException MALFORMED for another form, to the last character */
    public static KeyHandover parse(String text) {
        LabelledText.Read read = FORM.read(text);
        KeyHandover handover = new KeyHandover(
                read.origin(),
                new TreeHead(read.number("size"), Hash.parse(read.value("root"))),
                NoteVerifier.parse(read.value("key")));
        read.requireWrittenAs(handover.text());
        return handover;
    }
}
