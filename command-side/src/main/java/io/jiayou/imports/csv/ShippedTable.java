package io.jiayou.imports.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small table that the program ships with, for people to read and check. */
public final class ShippedTable {

    private ShippedTable() {}

    /**
     * Its rows, in their order.
     *
     * @param owner beside which the table lies
     */
    public static List<Values> rows(Class<?> owner, String name, List<String> columns) {
        try (InputStream bytes = owner.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException("there is no " + name);
            }
            return rows(CsvFile.open(name, bytes, columns));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Values> rows(CsvFile file) throws IOException {
        List<Values> rows = new ArrayList<>();
        for (CsvFile.@Nullable Row row = file.next(); row != null; row = file.next()) {
            rows.add(row.read());
        }
        return rows;
    }
}
