package io.jiayou.audit.verify;

import io.jiayou.transparency.Hash;
import io.jiayou.transparency.TreeHead;
import io.jiayou.transparency.VerificationException;

/**
 * That a log begins with the first events of another one, which went further: a system was restored until a moment. Two trees
 * that part are two logs, each with a name and a key of its own. The text is a signed note's, signed by the new log's key:
 *
 * <pre>
 * jiayou.example/audit/restored-20261130T113000Z/beginning
 * of jiayou.example/audit
 * size 20000
 * root iVnG…=
 * of-size 20093
 * of-root Qk1x…=
 * </pre>
 *
 * @param origin of the log that begins
 * @param of the origin of the log from which it was restored
 * @param head the tree that both have
 * @param went how far the other had come, as far as was known
 */
public record Beginning(String origin, String of, TreeHead head, TreeHead went) {

    private static final LabelledText FORM = LabelledText.of("beginning", "of", "size", "root", "of-size", "of-root");

    /** The text that is signed. */
    public String text() {
        return FORM.write(origin, of, head.size(), head.root(), went.size(), went.root());
    }

    /** In one sentence. */
    public String inWords() {
        return "the log %s begins with the first %,d of %,d events of %s, from which it was restored"
                .formatted(origin, head.size(), went.size(), of);
    }

    /** @throws VerificationException MALFORMED for another form, to the last character */
    public static Beginning parse(String text) {
        LabelledText.Read read = FORM.read(text);
        Beginning beginning = new Beginning(
                read.origin(),
                read.value("of"),
                new TreeHead(read.number("size"), Hash.parse(read.value("root"))),
                new TreeHead(read.number("of-size"), Hash.parse(read.value("of-root"))));
        read.requireWrittenAs(beginning.text());
        return beginning;
    }
}
