package io.jiayou.cli;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.backup.KeepRules;
import io.jiayou.archive.backup.PrunePlan;
import io.jiayou.archive.backup.Pruning;
import io.jiayou.backup.Archives;
import io.jiayou.recovery.ArchiveConfig;
import io.jiayou.transparency.NoteKeyPair;
import io.jiayou.transparency.NoteSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./jiayou backup prune}. Needs the archive's signing key, so the data directory. */
@Command(
        name = "prune",
        description = {
            "Say which full backups no rule keeps, and with --apply delete them. Events are never deleted: the newest",
            "full backup needs all of them. The newest always stays; each that goes leaves a signed note."
        },
        mixinStandardHelpOptions = true)
final class BackupPrune implements Callable<Integer> {

    @Option(names = "--apply", description = "Delete. Without it nothing is deleted.")
    private boolean apply;

    @Option(names = "--last", paramLabel = "N", description = "Keep so many of the newest. Default: ${DEFAULT-VALUE}.")
    private int last = 3;

    @Option(
            names = "--daily",
            paramLabel = "N",
            description = "One of each of so many days. Default: ${DEFAULT-VALUE}.")
    private int daily = 7;

    @Option(names = "--weekly", paramLabel = "N", description = "Likewise, weeks. Default: ${DEFAULT-VALUE}.")
    private int weekly = 5;

    @Option(names = "--monthly", paramLabel = "N", description = "Likewise, months. Default: ${DEFAULT-VALUE}.")
    private int monthly = 12;

    @Option(names = "--yearly", paramLabel = "N", description = "Likewise, years. Default: ${DEFAULT-VALUE}.")
    private int yearly = 5;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Whose days they are. Default: ${DEFAULT-VALUE}.")
    private ZoneId zone = ZoneId.of("Asia/Shanghai");

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException {
        try {
            Pruning pruning = new Pruning(archive.target(), archive.trust(), signer());
            Instant now = Instant.now();
            PrunePlan plan = pruning.plan(new KeepRules(last, daily, weekly, monthly, yearly, zone), now);
            report(plan);
            if (apply) {
                pruning.execute(plan, now, (target, file) -> {
                    if (!json.asked()) {
                        System.out.println("deleted " + file);
                    }
                });
            }
            return 0;
        } catch (ArchiveException e) {
            throw new Failure(ArchiveOptions.line(e));
        }
    }

    private NoteSigner signer() throws IOException {
        Path key = ArchiveConfig.directory(archive.directory()).resolve(Archives.KEY + ".key");
        if (!Files.exists(key)) {
            throw new Failure("only the system that writes the archive can prune it: there is no " + key);
        }
        return NoteSigner.of(NoteKeyPair.parse(Files.readString(key)));
    }

    private void report(PrunePlan plan) {
        if (json.asked()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("applied", apply);
            answer.put("plan", plan);
            json.print(answer);
            return;
        }
        plan.kept().forEach((number, rule) -> System.out.printf("%4d stays: %s%n", number, rule));
        plan.sets().forEach(set -> System.out.printf("%4d goes, of %s%n", set.number(), set.taken()));
        plan.locked().forEach(number -> System.out.printf("%4d would go, and is locked%n", number));
        plan.files().forEach(file -> System.out.println("goes: " + file));
        if (!apply && !plan.isEmpty()) {
            System.out.println("Nothing was deleted: --apply deletes.");
        }
    }
}
