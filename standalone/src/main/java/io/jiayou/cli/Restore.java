package io.jiayou.cli;

import io.axoniq.axonserver.connector.impl.ServerAddress;
import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.restore.Restored;
import io.jiayou.archive.restore.Until;
import io.jiayou.archive.seal.AgeIdentity;
import io.jiayou.archive.target.Target;
import io.jiayou.archive.verify.Trust;
import io.jiayou.recovery.RestoredAxonServer;
import io.jiayou.recovery.RestoredDirectory;
import io.jiayou.rules.Detail;
import io.jiayou.standalone.Unfinished;
import io.jiayou.values.Moments;
import io.jiayou.values.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./jiayou restore}. */
@Command(
        name = "restore",
        description = {
            "Restore events from an archive, byte for byte.",
            "All of the archive is verified before anything is written; at the end what was written is"
                    + " read again, and its root is the one that the audit log has signed. An interrupted restore"
                    + " goes on with the same command."
        },
        mixinStandardHelpOptions = true)
final class Restore implements Callable<Integer> {

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(
            names = "--until",
            paramLabel = "T|N",
            description = "Events recorded up to this moment (ISO 8601 with its zone), or the first N events.")
    private @Nullable String until;

    @ArgGroup(multiplicity = "1")
    private Destination destination = new Destination();

    /** Where to. */
    static final class Destination {

        @Option(
                names = "--into",
                paramLabel = "DIR",
                description = "A new data directory, on which ./jiayou start works.")
        private @Nullable Path directory;

        @Option(names = "--into-axon-server", paramLabel = "HOST:PORT", description = "An Axon Server without events.")
        private @Nullable String server;
    }

    @Option(names = "--context", paramLabel = "NAME", description = "Of the Axon Server. Default: ${DEFAULT-VALUE}.")
    private String context = "default";

    @Override
    public Integer call() throws IOException {
        Until end = end();
        long started = System.nanoTime();
        try (Progress progress = new Progress(Say.text(Detail.of("restoring")), !json.asked())) {
            Target target = archive.target();
            Trust trust = archive.trust();
            Restored restored = restored(target, trust, end, done -> progress.at(done, 0));
            progress.close();
            report(restored, (System.nanoTime() - started) / 1e9);
            return 0;
        } catch (ArchiveException e) {
            Say.warning("{0}", ArchiveOptions.line(e));
            return e.verdict().status();
        }
    }

    private Restored restored(Target target, Trust trust, Until end, LongConsumer progress) throws IOException {
        List<AgeIdentity> identities = archive.neededIdentities();
        Path directory = destination.directory;
        if (directory == null) {
            return new RestoredAxonServer(target, trust, archive.known(trust), identities)
                    .into(server(), context, end, Restore::tell, progress);
        }
        Path data = directory.toAbsolutePath();
        // before the archive is asked anything: no system starts where somebody is about to restore one
        new Unfinished(data).begin();
        return new RestoredDirectory(target, trust, archive.known(trust), identities).into(data, end, progress);
    }

    private static void tell(List<String> erasures) {
        if (!erasures.isEmpty()) {
            Say.warning("{0} erasures have to be applied again", erasures.size());
        }
    }

    private ServerAddress server() {
        String given = String.valueOf(destination.server);
        int colon = given.lastIndexOf(':');
        try {
            return new ServerAddress(given.substring(0, colon), Integer.parseInt(given.substring(colon + 1)));
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new Failure("--into-axon-server: HOST:PORT");
        }
    }

    private Until end() {
        String given = until;
        if (given == null) {
            return new Until.Everything();
        }
        OptionalLong events = Position.read(given);
        if (events.isPresent()) {
            return new Until.Position(events.getAsLong());
        }
        try {
            Instant moment = Moments.read(given).toInstant();
            if (moment.isAfter(Instant.now())) {
                throw new Failure("--until: {0} is in the future", given);
            }
            return new Until.Moment(moment);
        } catch (IllegalArgumentException e) {
            throw new Failure("--until: a number of events, or a moment such as 2026-03-01T08:00:00+08:00");
        }
    }

    private void report(Restored restored, double seconds) {
        String root = restored.head().root().toString();
        if (json.asked()) {
            json.print(Map.of(
                    "events", restored.head().size(),
                    "appended", restored.appended(),
                    "complete", restored.complete(),
                    "root", root,
                    "seconds", seconds));
            return;
        }
        Say.line("{0} events restored in {1} s, root {2}", restored.head().size(), "%.1f".formatted(seconds), root);
        Say.line(
                restored.complete()
                        ? "That is all of the archive; the root is the one that its audit log has signed."
                        : "That is a beginning of the archive, whose audit log has signed what comes after it too.");
        if (destination.directory != null) {
            if (restored.complete()) {
                Say.line(
                        "Put identifier.key, keys/master.key (and audit/log.key) back there, then: ./jiayou start --data"
                                + " {0}",
                        String.valueOf(destination.directory));
            } else {
                Say.line(
                        "Put identifier.key and keys/master.key back there, not log.key: the audit log goes on under a"
                                + " name and a key of its own. Then: ./jiayou start --data {0}",
                        String.valueOf(destination.directory));
            }
        } else {
            Say.line("Start the nodes with the JIAYOU_IDENTIFIER_KEY and JIAYOU_MASTER_KEY of these events. Read models"
                    + " that were folded from other events find so by themselves, say so in the log, and are"
                    + " filled again.");
        }
    }
}
