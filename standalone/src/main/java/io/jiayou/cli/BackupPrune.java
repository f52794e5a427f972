package io.jiayou.cli;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.backup.KeepRules;
import io.jiayou.archive.backup.PrunePlan;
import io.jiayou.archive.backup.Pruning;
import io.jiayou.backup.SigningKey;
import io.jiayou.recovery.ArchiveConfig;
import io.jiayou.transparency.NoteSigner;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
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
            "Say which full backups no rule keeps, and with --apply delete them.",
            "Events are never deleted: the newest full backup needs all of them. The newest always stays,"
                    + " and nothing goes unless it is whole. Each that goes leaves a signed note, from which the"
                    + " system records the event archive.set-pruned, when it runs next."
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

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who deletes, for the note that stays and for the event. Default: this account's name.")
    private String by = System.getProperty("user.name", "unknown");

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException {
        try {
            Pruning pruning = new Pruning(archive.target(), archive.trust(), signer(), by);
            Instant now = Instant.now();
            PrunePlan plan = pruning.plan(new KeepRules(last, daily, weekly, monthly, yearly, zone), now);
            report(plan);
            if (apply) {
                pruning.execute(plan, now, (target, file) -> {
                    if (!json.asked()) {
                        Say.line("deleted {0}", file);
                    }
                });
            }
            return 0;
        } catch (ArchiveException e) {
            throw Failure.inWordsOf(ArchiveOptions.line(e));
        }
    }

    private NoteSigner signer() throws IOException {
        try {
            return SigningKey.existing(ArchiveConfig.directory(archive.directory()))
                    .signer();
        } catch (NoSuchFileException e) {
            throw new Failure(
                    "only the system that writes the archive can prune it: there is no {0}",
                    String.valueOf(e.getFile()));
        }
    }

    private void report(PrunePlan plan) {
        if (json.asked()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("applied", apply);
            answer.put("plan", plan);
            json.print(answer);
            return;
        }
        plan.kept().forEach((number, rule) -> Say.line("{0} stays: {1}", "%4d".formatted(number), rule));
        plan.sets().forEach(set -> Say.line("{0} goes, of {1}", "%4d".formatted(set.number()), set.taken()));
        plan.locked().forEach(number -> Say.line("{0} would go, and is locked", "%4d".formatted(number)));
        plan.files().forEach(file -> Say.line("goes: {0}", file));
        if (!apply && !plan.isEmpty()) {
            Say.line("Nothing was deleted: --apply deletes.");
        }
    }
}
