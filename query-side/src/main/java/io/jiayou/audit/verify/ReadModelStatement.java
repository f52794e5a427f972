package io.jiayou.audit.verify;

import io.jiayou.transparency.Hash;
import io.jiayou.transparency.TreeHead;
import io.jiayou.transparency.VerificationException;
import java.util.regex.Pattern;

/**
 * That a generation of a read model is the fold of exactly the first events of a log. Its text is a signed note's:
 *
 * <pre>
 * jiayou.example/audit/read-model
 * model sales
 * generation 3
 * size 20093
 * root iVnG…=
 * documents 212
 * hash 5f70bf18…
 * software jiayou 0.1.0
 * </pre>
 *
 * @param origin of the log
 * @param generation its number
 * @param head how many events, and the root of the tree over them
 * @param documents how many
 * @param hash their canonical hash, 64 hexadecimal digits
 * @param software what has folded them
 */
public record ReadModelStatement(
        String origin, String model, int generation, TreeHead head, long documents, String hash, String software) {

    private static final LabelledText FORM =
            LabelledText.of("read-model", "model", "generation", "size", "root", "documents", "hash", "software");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** The text that is signed. */
    public String text() {
        return FORM.write(origin, model, generation, head.size(), head.root(), documents, hash, software);
    }

    /** @throws VerificationException MALFORMED for another form, to the last character */
    public static ReadModelStatement parse(String text) {
        LabelledText.Read read = FORM.read(text);
        ReadModelStatement statement = new ReadModelStatement(
                read.origin(),
                read.value("model"),
                Math.toIntExact(Math.min(Integer.MAX_VALUE, read.number("generation"))),
                new TreeHead(read.number("size"), Hash.parse(read.value("root"))),
                read.number("documents"),
                read.value("hash"),
                read.value("software"));
        if (!SHA256.matcher(statement.hash).matches()) {
            throw FORM.malformed("has no SHA-256 as its hash");
        }
        read.requireWrittenAs(statement.text());
        return statement;
    }
}
