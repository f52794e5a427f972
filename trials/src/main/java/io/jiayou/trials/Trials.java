package io.jiayou.trials;

import io.jiayou.metadata.EventClock;
import io.jiayou.trials.access.AccessCost;
import io.jiayou.trials.alarms.AlarmDelays;
import io.jiayou.trials.archiving.ArchiveSpeed;
import io.jiayou.trials.archiving.Sizes;
import io.jiayou.trials.audit.AuditCost;
import io.jiayou.trials.audit.StorySpeed;
import io.jiayou.trials.backup.BackupTampering;
import io.jiayou.trials.backup.Restores;
import io.jiayou.trials.bench.Bench;
import io.jiayou.trials.bench.Benchmark;
import io.jiayou.trials.breakdown.BackupKills;
import io.jiayou.trials.breakdown.FullDisks;
import io.jiayou.trials.commands.DurableCommands;
import io.jiayou.trials.erasure.Erasures;
import io.jiayou.trials.kills.Kills;
import io.jiayou.trials.malformed.Extremes;
import io.jiayou.trials.malformed.Malformed;
import io.jiayou.trials.memory.ServerMemory;
import io.jiayou.trials.prove.Proof;
import io.jiayou.trials.prove.Prove;
import io.jiayou.trials.rebuild.RebuildSpeed;
import io.jiayou.trials.rights.RightsEnd;
import io.jiayou.trials.siege.Siege;
import io.jiayou.trials.siege.SiegeOptions;
import io.jiayou.trials.soak.Idle;
import io.jiayou.trials.soak.Soak;
import io.jiayou.trials.soak.SoakOptions;
import io.jiayou.trials.tampering.Tampering;
import io.jiayou.trials.timetravel.PastSpeed;
import io.jiayou.trials.timetravel.PastViews;
import io.jiayou.trials.tokens.Tokens;
import io.jiayou.trials.visibility.AckToVisible;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code ./jiayou bench} and {@code ./jiayou prove} run. */
@Command(
        name = "jiayou",
        description = "Measurements and long proofs.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Trials {

    private static final Duration ROUND = Duration.ofMillis(2_500);
    private static final int SAMPLES_PER_ROUND = 250;
    private static final int HISTORY = 200_000;
    private static final int TAMPERED_EVENTS = 100_000;
    private static final int WATCHED_EVENTS = 1_000_000;
    private static final int ARCHIVED_EVENTS = 20_000;
    private static final int LEAVES = 1_000_000;
    private static final long STORED_EVENTS = 1_000_000;
    private static final long PAST_EVENTS = 20_000;
    private static final int REQUESTS = 5_000;
    private static final long SMALL_HISTORY = 10_000;

    private Trials() {}

    public static void main(String[] arguments) {
        System.setProperty("axoniq.update-checker.disabled", "true");
        // One quiet configuration of the log for this process, whatever is started inside it.
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        System.setProperty("logback.configurationFile", "io/jiayou/trials/logback.xml");
        EventClock.useMilliseconds();
        System.exit(commands().execute(arguments));
    }

    private static CommandLine commands() {
        SoakOptions soak = new SoakOptions();
        List<Benchmark> benchmarks = List.of(
                new DurableCommands(ROUND),
                new AckToVisible(SAMPLES_PER_ROUND),
                new RebuildSpeed(HISTORY, ROUND),
                new ServerMemory(REQUESTS),
                new AuditCost(ROUND, LEAVES),
                new StorySpeed(STORED_EVENTS),
                new PastSpeed(PAST_EVENTS),
                new AccessCost(ROUND),
                ArchiveSpeed.usual(),
                new Sizes(SMALL_HISTORY),
                new Idle(Duration.ofMinutes(2), Duration.ofMinutes(5)),
                new Soak(soak));
        SiegeOptions siege = new SiegeOptions();
        List<Proof> proofs = List.of(
                new Kills(),
                new Tampering(TAMPERED_EVENTS),
                new AlarmDelays(WATCHED_EVENTS),
                new PastViews(),
                new Restores(ARCHIVED_EVENTS),
                new BackupTampering(),
                new Tokens(),
                new RightsEnd(),
                new Malformed(),
                new Extremes(),
                new Erasures(),
                new BackupKills(true),
                new FullDisks(),
                new Siege(siege));
        Prove prove = new Prove(proofs, siege);
        return new CommandLine(new Trials())
                .addSubcommand(new Bench(benchmarks, soak))
                .addSubcommand(prove)
                .setExecutionExceptionHandler(Trials::inOneLine);
    }

    private static int inOneLine(Exception failure, CommandLine command, CommandLine.ParseResult ignored) {
        String reason = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        command.getErr().println("jiayou: " + reason);
        if (Boolean.getBoolean("jiayou.trace")) {
            failure.printStackTrace(command.getErr());
        }
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}
