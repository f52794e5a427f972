package io.jiayou.audit.verify;

import io.jiayou.transparency.Hash;
import io.jiayou.transparency.NoteVerifier;
import io.jiayou.transparency.TreeHead;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

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
 * <p>The first line is no log's origin, and the second no number: nobody takes it for a checkpoint.
 *
 * @param origin of the log
 * @param head the tree up to which the key before has signed
 * @param key that signs from now on
 */
public record KeyHandover(String origin, TreeHead head, NoteVerifier key) {

    private static final String KIND = "/key-handover";
    private static final List<String> LABELS = List.of("size ", "root ", "key ");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

    /** The text that both keys sign. */
    public String text() {
        return origin + KIND + "\nsize " + head.size() + "\nroot " + head.root() + "\nkey "
                + key.key().vkey() + "\n";
    }

    /** @throws VerificationException MALFORMED for another form, to the last character */
    public static KeyHandover parse(String text) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        if (lines.size() != LABELS.size() + 2 || !lines.getFirst().endsWith(KIND)) {
            throw malformed("this isn't a key's handover");
        }
        String size = value(lines, 0);
        if (!NUMBER.matcher(size).matches()) {
            throw malformed("a handover's size is a number");
        }
        String first = lines.getFirst();
        KeyHandover handover = new KeyHandover(
                first.substring(0, first.length() - KIND.length()),
                new TreeHead(Long.parseLong(size), Hash.parse(value(lines, 1))),
                NoteVerifier.parse(value(lines, 2)));
        if (!handover.text().equals(text)) {
            throw malformed("a handover has another form");
        }
        return handover;
    }

    private static String value(List<String> lines, int index) {
        String line = lines.get(index + 1);
        String label = LABELS.get(index);
        if (!line.startsWith(label)) {
            throw malformed("a handover's line " + (index + 2) + " begins with " + label.strip());
        }
        return line.substring(label.length());
    }

    private static VerificationException malformed(String why) {
        return new VerificationException(Verdict.MALFORMED, why);
    }
}
