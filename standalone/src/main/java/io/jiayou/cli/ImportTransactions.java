package io.jiayou.cli;

import io.jiayou.rules.Detail;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./jiayou import transactions}. */
@Command(
        name = "transactions",
        description = "Import a folder of fuel-card CSV files as drivers, orders, payments and dispenses.",
        mixinStandardHelpOptions = true)
final class ImportTransactions implements Callable<Integer> {

    private static final List<String> FILES = List.of("transactions", "products", "stations", "customers");

    @Parameters(
            paramLabel = "FOLDER",
            description = "With fuel-card-transactions.csv, -products.csv, -stations.csv and -customers.csv.")
    private Path folder = Path.of("");

    @Option(names = "--strict", description = "Import nothing if any line is refused as unreadable.")
    private boolean strict;

    @Option(names = "--zone", description = "The zone of the file's times. Default: ${DEFAULT-VALUE}.")
    private String zone = "Europe/Prague";

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new Failure(Files.exists(folder) ? "{0} is a file, not a folder" : "there is no {0}", folder);
        }
        RunningSystem system = data.running();
        Multipart form = new Multipart();
        for (String name : FILES) {
            form.file(name, folder.resolve("fuel-card-" + name + ".csv"));
        }
        String query = "strict=" + strict + "&zone=" + URLEncoder.encode(zone, StandardCharsets.UTF_8);
        HttpRequest request = system.request("/api/imports/transactions?" + query)
                .header("Content-Type", form.contentType())
                .header("X-Channel", "import")
                .POST(form.body())
                .build();
        ImportCall.run(system, request, Detail.of("importing transactions"), json);
        return 0;
    }
}
