package io.jiayou.audit.verify;

import io.jiayou.transparency.Hash;
import io.jiayou.transparency.TreeHead;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.util.Arrays;
import java.util.List;
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
 * <p>The first line is no log's origin, and the second no number: nobody takes it for a checkpoint.
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

    private static final String KIND = "/read-model";
    private static final List<String> LABELS =
            List.of("model ", "generation ", "size ", "root ", "documents ", "hash ", "software ");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,17}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** The text that is signed. */
    public String text() {
        List<Object> values = List.of(model, generation, head.size(), head.root(), documents, hash, software);
        StringBuilder text = new StringBuilder(origin).append(KIND).append('\n');
        for (int line = 0; line < values.size(); line++) {
            text.append(LABELS.get(line)).append(values.get(line)).append('\n');
        }
        return text.toString();
    }

    /** @throws VerificationException MALFORMED for another form, to the last character */
    public static ReadModelStatement parse(String text) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        if (lines.size() != LABELS.size() + 2 || !lines.getFirst().endsWith(KIND)) {
            throw malformed("this isn't a statement about a read model");
        }
        String first = lines.getFirst();
        ReadModelStatement statement = new ReadModelStatement(
                first.substring(0, first.length() - KIND.length()),
                value(lines, 0),
                Math.toIntExact(Math.min(Integer.MAX_VALUE, number(lines, 1))),
                new TreeHead(number(lines, 2), Hash.parse(value(lines, 3))),
                number(lines, 4),
                value(lines, 5),
                value(lines, 6));
        if (!SHA256.matcher(statement.hash).matches() || !statement.text().equals(text)) {
            throw malformed("a statement has another form");
        }
        return statement;
    }

    private static String value(List<String> lines, int index) {
        String line = lines.get(index + 1);
        String label = LABELS.get(index);
        if (!line.startsWith(label)) {
            throw malformed("a statement's line " + (index + 2) + " begins with " + label.strip());
        }
        return line.substring(label.length());
    }

    private static long number(List<String> lines, int index) {
        String value = value(lines, index);
        if (!NUMBER.matcher(value).matches()) {
            throw malformed("a statement's " + LABELS.get(index).strip() + " is a number");
        }
        return Long.parseLong(value);
    }

    private static VerificationException malformed(String why) {
        return new VerificationException(Verdict.MALFORMED, why);
    }
}
