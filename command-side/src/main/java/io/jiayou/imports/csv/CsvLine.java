package io.jiayou.imports.csv;

import io.jiayou.imports.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a line of a CSV file (RFC 4180: commas, quotes doubled inside quotes). A quoted field doesn't run over lines: a
 * forgotten quote would swallow the rest of the file.
 */
final class CsvLine {

    private final String text;
    private final List<String> fields = new ArrayList<>();
    private int at;

    private CsvLine(String text) {
        this.text = text;
    }

    /** @throws io.jiayou.imports.RefusedLine UNREADABLE_LINE for quotes in the wrong places */
    static List<String> split(String text) {
        CsvLine line = new CsvLine(text);
        do {
            line.fields.add(line.isAt('"') ? line.quoted() : line.plain());
        } while (line.skipComma());
        return line.fields;
    }

    private String plain() {
        int comma = text.indexOf(',', at);
        int end = comma < 0 ? text.length() : comma;
        String field = text.substring(at, end);
        if (field.indexOf('"') >= 0) {
            throw Refusal.UNREADABLE_LINE.because("a quote inside a field without quotes");
        }
        at = end;
        return field;
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        while (isAt('"')) {
            int closing = text.indexOf('"', at + 1);
            if (closing < 0) {
                throw Refusal.UNREADABLE_LINE.because("a quote isn't closed");
            }
            field.append(text, at + 1, closing + 1);
            at = closing + 1;
        }
        if (at < text.length() && !isAt(',')) {
            throw Refusal.UNREADABLE_LINE.because("text after a closing quote");
        }
        // each piece ends with its closing quote: the ones between pieces were doubled and stay, the last one goes
        return field.substring(0, field.length() - 1);
    }

    private boolean isAt(char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    private boolean skipComma() {
        if (isAt(',')) {
            at++;
            return true;
        }
        return false;
    }
}
