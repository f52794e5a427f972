package io.jiayou.cli;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.manifest.SetManifest;
import io.jiayou.archive.verify.SetReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./jiayou backup list}. */
@Command(name = "list", description = "Show the full backups of an archive.", mixinStandardHelpOptions = true)
final class BackupList implements Callable<Integer> {

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException {
        try {
            List<SetManifest> sets = new SetReader(archive.target(), archive.trust()).sets();
            if (json.asked()) {
                json.print(Map.of("sets", sets));
            } else {
                sets.forEach(set -> Say.line(
                        "{0}  {1}  {2} events  {3}",
                        "%4d".formatted(set.number()),
                        set.taken(),
                        set.events(),
                        set.attachments().stream().map(it -> it.name()).toList()));
                Say.line(
                        "{0} full backups on {1}", sets.size(), archive.target().name());
            }
            return 0;
        } catch (ArchiveException e) {
            throw Failure.inWordsOf(ArchiveOptions.line(e));
        }
    }
}
