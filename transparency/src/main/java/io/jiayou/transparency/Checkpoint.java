package io.jiayou.transparency;

import java.util.Arrays;
import java.util.List;

/**
 * What a log says about its tree (tlog-checkpoint).
 *
 * @param origin the log's identity, one line
 * @param extensions further lines, not empty ones; whoever reads them knows why, we write none
 */
public record Checkpoint(String origin, TreeHead head, List<String> extensions) {

    public Checkpoint {
        extensions = List.copyOf(extensions);
        checkLine(origin);
        extensions.forEach(Checkpoint::checkLine);
    }

    public static Checkpoint of(String origin, TreeHead head) {
        return new Checkpoint(origin, head, List.of());
    }

    private static void checkLine(String line) {
        NoteText.encode(line);
        if (line.isEmpty() || line.indexOf('\n') >= 0) {
            throw VerificationException.malformed("a checkpoint has no empty lines");
        }
    }

    /** @throws VerificationException MALFORMED for another form */
    public static Checkpoint parse(String text) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        int last = lines.size() - 1;
        if (last < 3 || !lines.get(last).isEmpty()) {
            throw VerificationException.malformed("a checkpoint is an origin, a size and a root");
        }
        TreeHead head = new TreeHead(Decimal.parse(lines.get(1)), Hash.parse(lines.get(2)));
        return new Checkpoint(lines.getFirst(), head, lines.subList(3, last));
    }

    /** The text that is signed. */
    public String text() {
        StringBuilder text = new StringBuilder(origin)
                .append('\n')
                .append(head.size())
                .append('\n')
                .append(head.root())
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
