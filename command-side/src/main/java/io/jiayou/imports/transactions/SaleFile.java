package io.jiayou.imports.transactions;

import io.jiayou.imports.KeptLines;
import io.jiayou.imports.Reading;
import io.jiayou.imports.Refusal;
import io.jiayou.imports.RefusedLine;
import io.jiayou.imports.Tally;
import io.jiayou.imports.csv.CsvFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A file of transactions, read line by line: it may be larger than the memory. */
record SaleFile(MultipartFile bytes, SaleReader reader, Reading reading) {

    /** Does something with a sale. */
    @FunctionalInterface
    interface Use {

        /** @throws RefusedLine when the line is at fault after all */
        void accept(long line, Sale sale);
    }

    /**
     * Reads all sales.
     *
     * @param tally is told which lines are refused
     * @throws io.jiayou.imports.BrokenFile without readable header
     */
    void forEach(Tally tally, Use use) throws IOException {
        try (CsvFile file = CsvFile.open(SaleReader.TRANSACTIONS, bytes.getInputStream(), SaleReader.COLUMNS)) {
            for (CsvFile.@Nullable Row row = file.next(); row != null; row = file.next()) {
                reading.nextLine();
                try {
                    use.accept(row.line(), reader.read(row.read()));
                } catch (RefusedLine e) {
                    tally.refuse(row.line(), e);
                }
            }
        }
    }

    /**
     * Looks for all faults that an import would meet, and changes nothing. Remembers each transaction: about a hundred
     * bytes per line.
     *
     * @param tally is told of them
     * @throws io.jiayou.http.ProblemException BODY_TOO_LARGE for more transactions than there is memory for
     */
    void check(SaleSending sending, Tally tally) throws IOException {
        Map<String, Integer> seen = new HashMap<>();
        KeptLines kept = reading.kept(SaleReader.TRANSACTIONS);
        forEach(tally, (line, sale) -> {
            Integer before = seen.putIfAbsent(sale.transaction(), sale.hashCode());
            if (before == null) {
                kept.add(sale.transaction());
            } else if (before != sale.hashCode()) {
                throw Refusal.TRANSACTION_DIFFERS.because("{0}", sale.transaction());
            }
            sending.requireSame(sale);
        });
    }
}
