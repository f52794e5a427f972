package io.jiayou.audit.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecords;
import io.jiayou.audit.index.HistoryIndex;
import io.jiayou.audit.log.AuditLog;
import io.jiayou.audit.log.ListedRecords;
import io.jiayou.audit.verify.Receipt;
import io.jiayou.transparency.SignedCheckpoint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receipt is of one checkpoint, whatever is recorded and signed while it is made. */
class ProveHistoryTest {

    @TempDir
    Path directory;

    /** A store that may grow while it is read. */
    private record Growing(AtomicInteger events) implements EventRecords {

        @Override
        public long size() {
            return events.get();
        }

        @Override
        public List<EventRecord> from(long position, int atMost) {
            return LongStream.range(position, Math.min(position + atMost, size()))
                    .mapToObj(at -> ListedRecords.event("o" + at, "{\"orderId\":\"o" + at + "\"}"))
                    .toList();
        }
    }

    @Test
    void allItsProofsAreOfOneCheckpointWhileEventsArrive() throws Exception {
        Growing records = new Growing(new AtomicInteger(50));
        AuditLog log = AuditLog.open(directory.resolve("audit"), "jiayou.example/test", records);
        log.extend();
        AtomicBoolean ended = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        try (HistoryIndex index = HistoryIndex.open(directory.resolve("index"), records);
                ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<?> writing = writer.submit(() -> {
                while (!ended.get() && records.size() < 300) {
                    records.events().addAndGet(2);
                    log.extend();
                    begun.countDown();
                }
            });
            begun.await();
            ProveHistory prove = new ProveHistory(log, index);
            for (int time = 0; time < 6; time++) {
                byte[] text = Objects.requireNonNull(
                        prove.some(null, null, null, 0, null).getBody());
                Receipt receipt = Receipt.parse(new String(text, StandardCharsets.UTF_8));

                assertThat(receipt.proofs().stream()
                                .map(proof -> proof.checkpoint().format())
                                .distinct())
                        .hasSize(1);
                SignedCheckpoint checkpoint = receipt.proofs().getFirst().checkpoint();
                assertThat(receipt.proofs())
                        .as("as many as its checkpoint covers")
                        .hasSize((int) checkpoint.verify(log.trusted()).head().size());
            }
            ended.set(true);
            writing.get();
        }
    }
}
