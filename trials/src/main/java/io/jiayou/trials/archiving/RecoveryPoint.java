package io.jiayou.trials.archiving;

import io.jiayou.archive.manifest.FileNames;
import io.jiayou.archive.target.FolderTarget;
import io.jiayou.archive.target.Target;
import io.jiayou.archive.verify.ArchiveVerifier;
import io.jiayou.archive.verify.Finding;
import io.jiayou.archive.verify.Known;
import io.jiayou.recovery.RecoveryKit;
import io.jiayou.transparency.Note;
import io.jiayou.trials.visibility.Pace;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** How long commands are acknowledged before their events are in an archive that was verified with everything open. */
final class RecoveryPoint {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ArchivingSystem system;
    private final Target target;
    private final RecoveryKit kit;

    RecoveryPoint(ArchivingSystem system) throws IOException {
        this.system = system;
        this.target = FolderTarget.existing("live", system.folder());
        this.kit = RecoveryKit.read(system.kit());
    }

    /**
     * One order.
     *
     * @param version the position in the history that includes it
     */
    private record Acknowledged(long version, long nanos) {}

    /** All events before a position, once they were verified. */
    private record Verified(long events, long nanos) {}

    /** Places so many orders at a light pace; for each the seconds until it was archived and verified. */
    double[] seconds(int orders) throws Exception {
        CompletableFuture<List<Acknowledged>> placed = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                List<Acknowledged> all = Pace.keep(orders, () -> new Acknowledged(system.order(), System.nanoTime()));
                system.order(); // an archive that has it has gone past all of them
                placed.complete(all);
            } catch (Exception e) {
                placed.completeExceptionally(e);
            }
        });
        List<Verified> verified = watch(placed);
        return placed.get().stream()
                .mapToDouble(each -> (firstWith(each, verified).nanos() - each.nanos()) / 1e9)
                .toArray();
    }

    private static Verified firstWith(Acknowledged order, List<Verified> verified) {
        return verified.stream()
                .filter(each -> each.events() > order.version())
                .findFirst()
                .orElseThrow();
    }

    /** Verifies whenever there is a new head, until all is in. */
    private List<Verified> watch(CompletableFuture<List<Acknowledged>> placed) throws Exception {
        List<Verified> verified = new ArrayList<>();
        byte[] last = new byte[0];
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!placed.isDone() || isBehind(placed.get(), verified)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("not archived for " + PATIENCE);
            }
            byte[] head = target.read(FileNames.HEAD, Note.LONGEST);
            if (head == null || Arrays.equals(head, last)) {
                Thread.sleep(100);
                continue;
            }
            last = head;
            verified.add(new Verified(verify(), System.nanoTime()));
        }
        return verified;
    }

    private static boolean isBehind(List<Acknowledged> orders, List<Verified> verified) {
        long newest = orders.stream().mapToLong(Acknowledged::version).max().orElse(-1);
        return verified.isEmpty() || verified.getLast().events() <= newest;
    }

    private long verify() throws IOException {
        Finding finding = new ArchiveVerifier(
                        target, kit.trust(), Known.nothing(), kit.identities(), InstantSource.system())
                .verify();
        if (!finding.holds()) {
            throw new IOException("the archive doesn't hold: " + finding);
        }
        return finding.events();
    }
}
