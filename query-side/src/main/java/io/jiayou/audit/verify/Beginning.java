package io.jiayou.audit.verify;

import io.jiayou.transparency.Hash;
import io.jiayou.transparency.TreeHead;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

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

    private static final String KIND = "/beginning";
    private static final List<String> LABELS = List.of("of ", "size ", "root ", "of-size ", "of-root ");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

    /** The text that is signed. */
    public String text() {
        List<Object> values = List.of(of, head.size(), head.root(), went.size(), went.root());
        StringBuilder text = new StringBuilder(origin).append(KIND).append('\n');
        for (int line = 0; line < values.size(); line++) {
            text.append(LABELS.get(line)).append(values.get(line)).append('\n');
        }
        return text.toString();
    }

    /** In one sentence. */
    public String inWords() {
        return "the log %s begins with the first %,d of %,d events of %s, from which it was restored"
                .formatted(origin, head.size(), went.size(), of);
    }

    /** @throws VerificationException MALFORMED for another form, to the last character */
    public static Beginning parse(String text) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        if (lines.size() != LABELS.size() + 2 || !lines.getFirst().endsWith(KIND)) {
            throw malformed("this isn't a log's beginning");
        }
        String first = lines.getFirst();
        Beginning beginning = new Beginning(
                first.substring(0, first.length() - KIND.length()),
                value(lines, 0),
                new TreeHead(number(lines, 1), Hash.parse(value(lines, 2))),
                new TreeHead(number(lines, 3), Hash.parse(value(lines, 4))));
        if (!beginning.text().equals(text)) {
            throw malformed("a log's beginning has another form");
        }
        return beginning;
    }

    private static String value(List<String> lines, int index) {
        String line = lines.get(index + 1);
        String label = LABELS.get(index);
        if (!line.startsWith(label)) {
            throw malformed("a beginning's line " + (index + 2) + " begins with " + label.strip());
        }
        return line.substring(label.length());
    }

    private static long number(List<String> lines, int index) {
        String value = value(lines, index);
        if (!NUMBER.matcher(value).matches()) {
            throw malformed("a beginning's " + LABELS.get(index).strip() + " is a number");
        }
        return Long.parseLong(value);
    }

    private static VerificationException malformed(String why) {
        return new VerificationException(Verdict.MALFORMED, why);
    }
}
