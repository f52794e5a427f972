package io.jiayou.trials.malformed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Files to import, in which each line has one value at an end of what it can be. */
final class ExtremeFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MARK = "here-it-goes";
    private static final String SALE = "T1,2012-08-24,09:41:00,1,777001,91,2,28,672.64";
    private static final String SALES = "TransactionID,Date,Time,CustomerID,CardID,GasStationID,ProductID,Amount,Price";
    private static final List<String> LISTS = List.of(
            "products;ProductID,Description;2,Nafta",
            "stations;GasStationID,ChainID;91,13",
            "customers;CustomerID,Currency;1,CZK;2,EUR;3,JPY;4,KWD");
    private static final List<String> NUMBERS = List.of(
            "999999999",
            "999999999.999",
            "1000000000",
            "1000000",
            "1000000.001",
            "0.001",
            "0.01",
            "0.0001",
            "-1",
            "1e9",
            "+1");
    private static final List<String> CLOCKS =
            List.of("00:00", "00:00:00", "23:59:59.999999999", "24:00:00", "23:59:60", "-00:00:01", "09:41:00Z");

    private ExtremeFiles() {}

    /**
     * Writes the four files of card transactions into a folder.
     *
     * @return how many lines of transactions there are
     */
    static int transactions(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String list : LISTS) {
            String[] parts = list.split(";", -1);
            Files.writeString(
                    folder.resolve("fuel-card-" + parts[0] + ".csv"),
                    String.join("\n", List.of(parts).subList(1, parts.length)) + "\n");
        }
        Set<String> ends = new LinkedHashSet<>(Ends.texts(JSON.createObjectNode()));
        ends.addAll(NUMBERS);
        ends.addAll(CLOCKS);
        List.copyOf(ends).stream()
                .filter(end -> end.contains("T"))
                .forEach(end -> ends.add(end.substring(0, end.indexOf('T'))));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes((SALES + "\n").getBytes(StandardCharsets.UTF_8));
        int lines = 0;
        for (int column = 0; column < SALES.split(",", -1).length; column++) {
            for (String end : ends) {
                List<String> line = new ArrayList<>(List.of(SALE.split(",", -1)));
                line.set(0, "T" + lines++);
                // each customer has a currency of another size
                line.set(3, Integer.toString(lines % 4 + 1));
                line.set(column, '"' + end.replace("\"", "\"\"") + '"');
                file.writeBytes(bytes(String.join(",", line) + "\n"));
            }
        }
        Files.write(folder.resolve("fuel-card-transactions.csv"), file.toByteArray());
        return lines;
    }

    /**
     * Writes a list of stations.
     *
     * @return how many features it has
     */
    static int stations(Path file) throws IOException {
        List<String> features = new ArrayList<>();
        ObjectNode feature = feature(0);
        List<List<String>> members = new ArrayList<>();
        members(feature, List.of(), members);
        for (List<String> member : members) {
            for (String end : Ends.json(JSON.createObjectNode())) {
                features.add(changed(feature(features.size()), member, end));
                if (member.getLast().equals("name") && end.startsWith("\"")) {
                    features.add(changed(feature(features.size()), member, '"' + "加油站" + end.substring(1)));
                }
            }
        }
        Files.writeString(
                file, "{\"type\":\"FeatureCollection\",\"features\":[\n" + String.join(",\n", features) + "\n]}\n");
        return features.size();
    }

    private static ObjectNode feature(int number) {
        ObjectNode feature = JSON.createObjectNode().put("type", "Feature").put("id", "place-" + number);
        feature.putObject("properties")
                .put("name", "测试" + number + "加油站")
                .put("address", "一路" + number + "号")
                .put("district", "徐汇区");
        feature.putObject("geometry")
                .put("type", "Point")
                .putArray("coordinates")
                .add(121 + number * 1e-4)
                .add(31.17);
        return feature;
    }

    private static void members(JsonNode node, List<String> within, List<List<String>> all) {
        if (!within.isEmpty()) {
            all.add(within);
        }
        node.properties().forEach(member -> members(member.getValue(), longer(within, member.getKey()), all));
        for (int n = 0; node.isArray() && n < node.size(); n++) {
            all.add(longer(within, Integer.toString(n)));
        }
    }

    private static List<String> longer(List<String> within, String step) {
        List<String> longer = new ArrayList<>(within);
        longer.add(step);
        return longer;
    }

    private static String changed(ObjectNode feature, List<String> member, String json) {
        JsonNode holder = feature;
        for (String step : member.subList(0, member.size() - 1)) {
            holder = holder.path(step);
        }
        if (holder instanceof ArrayNode list) {
            list.set(Integer.parseInt(member.getLast()), MARK);
        } else {
            ((ObjectNode) holder).put(member.getLast(), MARK);
        }
        return feature.toString().replace('"' + MARK + '"', json);
    }

    /** Halves of surrogate pairs become the three bytes that careless programs write for them. */
    private static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.codePoints().forEach(it -> {
            if (Character.getType(it) == Character.SURROGATE) {
                bytes.write(0xE0 | it >> 12);
                bytes.write(0x80 | it >> 6 & 0x3F);
                bytes.write(0x80 | it & 0x3F);
            } else {
                bytes.writeBytes(Character.toString(it).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }
}
