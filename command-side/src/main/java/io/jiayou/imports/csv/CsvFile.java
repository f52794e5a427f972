package io.jiayou.imports.csv;

import io.jiayou.imports.BrokenFile;
import io.jiayou.imports.Refusal;
import io.jiayou.imports.RefusedLine;
import io.jiayou.imports.csv.Lines.Line;
import io.jiayou.rules.Detail;
import io.jiayou.rules.Said;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A CSV file in UTF-8 with a header, read row by row. Columns may stand in any order, further ones may follow. */
public final class CsvFile implements AutoCloseable {

    private final InputStream bytes;
    private final Lines lines;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Set<String> doubled = new HashSet<>();
    private int width;

    private CsvFile(InputStream bytes) {
        this.bytes = bytes;
        this.lines = new Lines(bytes);
    }

    /**
     * Opens a file and reads its header.
     *
     * @param name what problems call the file
     * @param required columns that must be there
     * @throws BrokenFile without a readable header or a required column, or with one twice
     */
    public static CsvFile open(String name, InputStream bytes, List<String> required) throws IOException {
        CsvFile file = new CsvFile(bytes);
        Row header = file.next();
        if (header == null) {
            throw new BrokenFile(name, 1, Detail.of("the file is empty"));
        }
        try {
            file.readHeader(header.fields());
        } catch (RefusedLine e) {
            throw new BrokenFile(name, header.line(), Detail.of("the header can't be read: {0}", e.detail()));
        }
        for (String column : required) {
            if (!file.columns.containsKey(column)) {
                throw new BrokenFile(
                        name, header.line(), Detail.of("the column {0} is missing{1}", column, file.hint()));
            }
            if (file.doubled.contains(column)) {
                throw new BrokenFile(name, header.line(), Detail.of("the column {0} stands twice", column));
            }
        }
        return file;
    }

    private void readHeader(List<String> names) {
        for (String name : names) {
            if (columns.putIfAbsent(name.strip(), width++) != null) {
                doubled.add(name.strip());
            }
        }
    }

    /** What may be the trouble where a column isn't found. */
    private Said hint() {
        String names = String.join(",", columns.keySet());
        if (names.indexOf('\r') >= 0) {
            return Detail.of(": lines end in LF or CR LF, not in CR alone");
        }
        boolean otherSeparator = names.indexOf(';') >= 0 || names.indexOf('\t') >= 0 || names.contains("sep=");
        return otherSeparator
                ? Detail.of(": columns are separated by commas, and the first line names them")
                : reader -> "";
    }

    /** The next row that isn't blank; none at the end of the file. */
    public @Nullable Row next() throws IOException {
        Line line = lines.next();
        while (line != null && line.content().length == 0) {
            line = lines.next();
        }
        return line == null ? null : new Row(line);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    /** A row as it stands in the file; whether it can be read shows when it's read. */
    public final class Row {

        private final Line line;

        private Row(Line line) {
            this.line = line;
        }

        /** Its line in the file, counted from 1. */
        public long line() {
            return line.number();
        }

        /**
         * Its values.
         *
         * @throws RefusedLine UNREADABLE_LINE or NOT_UTF_8
         */
        public Values read() {
            List<String> fields = fields();
            if (fields.size() != width) {
                throw Refusal.UNREADABLE_LINE.because("{0} fields where the header has {1}", fields.size(), width);
            }
            byte[] content = line.content();
            boolean quoted = content.length > 0 && content[content.length - 1] == '"';
            return new Values(fields, columns, line.ended() || quoted);
        }

        private List<String> fields() {
            if (line.tooLong()) {
                throw Refusal.UNREADABLE_LINE.because("longer than {0} bytes", Lines.LONGEST);
            }
            return CsvLine.split(text());
        }

        private String text() {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(line.content()))
                        .toString();
            } catch (CharacterCodingException e) {
                throw Refusal.NOT_UTF_8.because("in another encoding");
            }
        }
    }
}
