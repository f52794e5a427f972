package io.jiayou.recovery;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.restore.Restored;
import io.jiayou.archive.restore.Until;
import io.jiayou.audit.refold.AllFolds;
import io.jiayou.audit.refold.AllFolds.Folded;
import io.jiayou.backup.DrillReport;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.query.AllReadModels;
import io.jiayou.serialization.EventSerializer;
import io.jiayou.serialization.Upcasters;
import io.jiayou.standalone.EmbeddedEventRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Restores an archive into a throw-away directory, folds all read models from it, and compares both with the live system at
 * the same position.
 */
public record Drill(RestoredDirectory archive, LiveSystem live) {

    private static final double NANOS = 1e9;

    /**
     * @param scratch made for the drill and deleted after it; what an earlier one has left there is deleted first
     * @param progress gets the number of events, while they are verified and again while they are written
     * @throws ArchiveException WRONG_IDENTITY, which says nothing about the archive
     */
    public DrillReport run(Path scratch, Until until, LongConsumer progress) throws IOException, InterruptedException {
        delete(scratch);
        try {
            return compared(scratch, until, progress);
        } catch (ArchiveException e) {
            if (e.verdict() == ArchiveVerdict.WRONG_IDENTITY) {
                throw e;
            }
            return failed(until, e.verdict() + " at " + e.place() + ": " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            return failed(until, String.valueOf(e.getMessage()));
        } finally {
            delete(scratch);
        }
    }

    private DrillReport failed(Until until, String error) {
        return DrillReport.failed(Instant.now(), archive.target().name(), name(until), error);
    }

    private DrillReport compared(Path scratch, Until until, LongConsumer progress)
            throws IOException, InterruptedException {
        long started = System.nanoTime();
        Restored restored = archive.into(scratch, until, progress);
        long folding = System.nanoTime();
        SortedMap<String, Folded> folded = folded(scratch);
        long ended = System.nanoTime();
        long events = restored.head().size();
        SortedMap<String, String> hashes = live.hashesAfter(events);
        boolean rootEqual = live.continues(restored.head());
        List<DrillReport.Model> models = folded.entrySet().stream()
                .map(model -> new DrillReport.Model(
                        model.getKey(),
                        model.getValue().documents(),
                        model.getValue().hash(),
                        hashes.getOrDefault(model.getKey(), "")))
                .toList();
        boolean newest = until instanceof Until.Everything;
        return new DrillReport(
                Instant.now(),
                archive.target().name(),
                name(until),
                rootEqual && models.stream().allMatch(DrillReport.Model::equal),
                events,
                restored.head().root().toString(),
                rootEqual,
                models,
                (folding - started) / NANOS,
                (ended - folding) / NANOS,
                newest ? Math.max(0, live.size() - events) : 0,
                newest ? live.secondsSince(events) : 0,
                null);
    }

    private static SortedMap<String, Folded> folded(Path data) {
        EventSerializer serializer = new EventSerializer();
        try (RocksEventStorageEngine engine =
                RocksEventStorageEngine.open(data.resolve("events"), serializer, serializer, Upcasters.chain())) {
            return AllFolds.of(new EmbeddedEventRecords(engine), AllReadModels.find());
        }
    }

    private static String name(Until until) {
        return switch (until) {
            case Until.Everything all -> "everything";
            case Until.Position end -> Long.toString(end.events());
            case Until.Moment moment -> moment.time().toString().replace(':', '-');
        };
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
