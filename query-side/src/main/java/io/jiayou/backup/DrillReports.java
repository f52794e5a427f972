package io.jiayou.backup;

import io.jiayou.transparency.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reports of drills, a file each, named by the moment.
 *
 * @param directory need not be there yet
 */
public record DrillReports(Path directory) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int RESTORES = 2;
    private static final String FORM = ".json";

    /** In the directory of the archives. */
    public static DrillReports in(Path archives) {
        return new DrillReports(archives.resolve("drills"));
    }

    public void keep(DrillReport report) throws IOException {
        Files.createDirectories(directory);
        String name = report.at().toString().replace(':', '-') + "-" + report.until() + FORM;
        DurableFiles.replace(directory.resolve(name), JSON.writeValueAsBytes(report));
    }

    /**
     * What the last drill found.
     *
     * @param at when it ended
     * @param target where the archive lay that it restored
     * @param equal whether each of its restores, of everything and up to a random event, was equal to the live system
     * @param error what kept one of them from being compared; none if both were
     */
    public record Last(
            Instant at,
            String target,
            boolean equal,
            @Nullable String error) {}

    /** A drill has two reports, or one if it was told up to where. */
    public @Nullable Last last() {
        List<DrillReport> newest = newest(RESTORES);
        return newest.isEmpty()
                ? null
                : new Last(
                        newest.getFirst().at(),
                        newest.getFirst().target(),
                        newest.stream().allMatch(DrillReport::equal),
                        newest.stream()
                                .map(DrillReport::error)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null));
    }

    /** The newest first. */
    public List<DrillReport> newest(int most) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(FORM))
                    .sorted(Comparator.reverseOrder())
                    .limit(most)
                    .map(file -> JSON.readValue(file, DrillReport.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
