package io.jiayou.imports.transactions;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Small files of one's own, in the form of the public ones. */
final class CardFileSamples {

    static final String HEADER = "TransactionID,Date,Time,CustomerID,CardID,GasStationID,ProductID,Amount,Price\n";

    private static final String PRODUCTS = """
            ProductID,Description
            1,Nafta
            2,"super,unleaded E10"
            3,Potraviny
            4,CNG
            """;
    private static final String STATIONS = """
            GasStationID,ChainID,Country,Segment
            10,7,CZE,"Value for money"
            """;
    private static final String CUSTOMERS = """
            CustomerID,Segment,Currency
            100,KAM,CZK
            200,LAM,EUR
            """;

    private CardFileSamples() {}

    /** The four files, with these transactions. */
    static Map<String, byte[]> with(String... lines) {
        return files(HEADER + String.join("\n", lines) + "\n");
    }

    /** The four files, with this file of transactions. */
    static Map<String, byte[]> files(String transactions) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("transactions", bytes(transactions));
        files.put("products", bytes(PRODUCTS));
        files.put("stations", bytes(STATIONS));
        files.put("customers", bytes(CUSTOMERS));
        return files;
    }

    /** The same with another content of one file. */
    static Map<String, byte[]> but(Map<String, byte[]> files, String name, byte[] content) {
        Map<String, byte[]> others = new LinkedHashMap<>(files);
        others.put(name, content);
        return others;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
