package io.jiayou.cli;

import io.jiayou.rules.Detail;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./jiayou import stations}. */
@Command(
        name = "stations",
        description = "Import fuel stations from GeoJSON; charging stations are reported and left out.",
        mixinStandardHelpOptions = true)
final class ImportStations implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A GeoJSON FeatureCollection of places.")
    private Path file = Path.of("");

    @Option(names = "--strict", description = "Import nothing if any feature is refused as unreadable.")
    private boolean strict;

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws FileNotFoundException {
        InputFile input = new InputFile(file);
        RunningSystem system = data.running();
        HttpRequest request = system.request("/api/imports/stations?strict=" + strict)
                .header("Content-Type", "application/geo+json")
                .header("X-Channel", "import")
                .POST(input.body())
                .build();
        ImportCall.run(system, request, Detail.of("importing stations"), json);
        return 0;
    }
}
