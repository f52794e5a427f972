package io.jiayou.imports.transactions;

import io.jiayou.imports.BrokenFile;
import io.jiayou.imports.KeptLines;
import io.jiayou.imports.Reading;
import io.jiayou.imports.Refusal;
import io.jiayou.imports.RefusedLine;
import io.jiayou.imports.Spot;
import io.jiayou.imports.Tally;
import io.jiayou.imports.csv.CsvFile;
import io.jiayou.imports.csv.Values;
import io.jiayou.rules.Detail;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One of the lists that transactions refer to: what a number stands for. */
final class Listed {

    private final Map<String, String> byNumber = new HashMap<>();
    private final Refusal unlisted;
    private final KeptLines kept;

    private Listed(Refusal unlisted, KeptLines kept) {
        this.unlisted = unlisted;
        this.kept = kept;
    }

    /**
     * What a list tells.
     *
     * @param name what reports call the file
     * @param number the column of the numbers
     * @param content the column of what they stand for
     * @param anyLength whether the beginning of a content can be a content as well
     * @param unlisted why a transaction is refused that names another number
     */
    record Kind(String name, String number, String content, boolean anyLength, Refusal unlisted) {}

    /**
     * Reads a list.
     *
     * @param check returns what the number stands for in its normal form, or refuses it
     * @param tally is told which lines aren't usable
     * @throws io.jiayou.imports.BrokenFile without readable header or in another encoding
     * @throws io.jiayou.http.ProblemException BODY_TOO_LARGE for more numbers than there is memory for
     */
    static Listed read(Kind kind, InputStream bytes, UnaryOperator<String> check, Tally tally, Reading reading)
            throws IOException {
        Listed list = new Listed(kind.unlisted(), reading.kept(kind.name()));
        try (CsvFile file = CsvFile.open(kind.name(), bytes, List.of(kind.number(), kind.content()))) {
            for (CsvFile.@Nullable Row row = file.next(); row != null; row = file.next()) {
                reading.nextLine();
                try {
                    Values values = row.read();
                    requireWhole(kind, values);
                    list.add(values.get(kind.number()), check.apply(values.get(kind.content())));
                } catch (RefusedLine e) {
                    requireUtf8(kind, row, e);
                    tally.refuseBeside(new Spot(kind.name(), row.line(), null), e);
                }
            }
        }
        return list;
    }

    /** @throws RefusedLine for a number that isn't listed */
    String get(String number) {
        String content = byNumber.get(number);
        if (content == null) {
            throw unlisted.because("{0}", number);
        }
        return content;
    }

    /** A list in another encoding isn't a list with a few bad lines: what can be read of it may be wrong as well. */
    private static void requireUtf8(Kind kind, CsvFile.Row row, RefusedLine refused) {
        if (refused.refusal() == Refusal.NOT_UTF_8) {
            throw new BrokenFile(kind.name(), row.line(), Detail.of("not UTF-8"));
        }
    }

    /** A chain 13 whose list was cut off would be a chain 1. */
    private static void requireWhole(Kind kind, Values values) {
        if (values.mayBeCutOff(kind.number()) || kind.anyLength() && values.mayBeCutOff(kind.content())) {
            throw Refusal.UNREADABLE_LINE.because("the last line has no end, so its last value may be cut off");
        }
    }

    private void add(String number, String content) {
        String before = byNumber.putIfAbsent(number, content);
        if (before == null) {
            kept.add(number, content);
        } else if (!before.equals(content)) {
            throw Refusal.LISTED_TWICE.because("{0}", number);
        }
    }
}
