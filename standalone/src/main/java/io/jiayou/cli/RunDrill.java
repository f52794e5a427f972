package io.jiayou.cli;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.restore.Until;
import io.jiayou.archive.verify.Trust;
import io.jiayou.backup.DrillReport;
import io.jiayou.backup.DrillReports;
import io.jiayou.recovery.ArchiveConfig;
import io.jiayou.recovery.Drill;
import io.jiayou.recovery.RestoredDirectory;
import io.jiayou.rules.Detail;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./jiayou drill}. */
@Command(
        name = "drill",
        description = {
            "Restore from the archive alone into a throw-away place, once everything and once up to a"
                    + " random event, fold the read models, and compare root and hashes with the running system at"
                    + " that position.",
            "The reports are kept; exit status 0 only if all is equal."
        },
        mixinStandardHelpOptions = true)
final class RunDrill implements Callable<Integer> {

    @Option(
            names = "--until",
            paramLabel = "N",
            converter = PositionText.class,
            description = "Only one restore, of the first N events.")
    private @Nullable Long until;

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path archives = ArchiveConfig.directory(archive.directory());
        List<DrillReport> reports = new ArrayList<>();
        try (Progress progress = new Progress(Say.text(Detail.of("drill")), !json.asked())) {
            Trust trust = archive.trust();
            RestoredDirectory restored =
                    new RestoredDirectory(archive.target(), trust, archive.known(trust), archive.neededIdentities());
            Drill drill = new Drill(
                    restored, new LiveOverHttp(archive.data().running().as("auditor")));
            Path scratch = archives.resolve("drill.scratch");
            if (until == null) {
                DrillReport all = drill.run(scratch, new Until.Everything(), done -> progress.at(done, 0));
                reports.add(all);
                if (all.events() > 0) {
                    long random = ThreadLocalRandom.current().nextLong(1, all.events() + 1);
                    reports.add(drill.run(scratch, new Until.Position(random), done -> progress.at(done, 0)));
                }
            } else {
                reports.add(drill.run(scratch, new Until.Position(until), done -> progress.at(done, 0)));
            }
        } catch (ArchiveException e) {
            Say.warning("{0}", ArchiveOptions.line(e));
            return e.verdict().status();
        }
        for (DrillReport report : reports) {
            DrillReports.in(archives).keep(report);
        }
        if (json.asked()) {
            json.print(Map.of("drills", reports));
        } else {
            reports.forEach(RunDrill::print);
        }
        return reports.stream().allMatch(DrillReport::equal) ? 0 : 1;
    }

    private static void print(DrillReport report) {
        if (report.error() != null) {
            Say.line("{0} from {1}: FAILED, {2}", report.until(), report.target(), String.valueOf(report.error()));
            return;
        }
        Say.line(
                "{0} from {1}: {2}, {3} events, restored in {4} s, folded in {5} s, {6} events behind ({7} s)",
                report.until(),
                report.target(),
                report.equal() ? Detail.of("equal to the live system") : Detail.of("DIFFERENT from the live system"),
                report.events(),
                "%.1f".formatted(report.restoreSeconds()),
                "%.1f".formatted(report.foldSeconds()),
                report.behindEvents(),
                "%.0f".formatted(report.behindSeconds()));
        if (!report.rootEqual()) {
            Say.item("the live log doesn't continue the tree {0}", String.valueOf(report.root()));
        }
        report.models().stream()
                .filter(model -> !model.equal())
                .forEach(model -> Say.item("{0} differs", model.name()));
    }
}
