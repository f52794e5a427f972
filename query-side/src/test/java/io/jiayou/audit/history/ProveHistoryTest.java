package io.jiayou.audit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecords;
import io.jiayou.audit.index.HistoryIndex;
import io.jiayou.audit.index.HistoryQuestion;
import io.jiayou.audit.log.AuditLog;
import io.jiayou.audit.log.ListedRecords;
import io.jiayou.audit.verify.Receipt;
import io.jiayou.transparency.SignedCheckpoint;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.DelegatingServletOutputStream;
import org.springframework.mock.web.MockHttpServletResponse;

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
                MockHttpServletResponse answer = new MockHttpServletResponse();
                prove.some(null, null, null, 0, null, answer);
                Receipt receipt = Receipt.parse(answer.getContentAsString());

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

    /** A store that says how often lines for proofs were read. */
    private static final class Counting implements EventRecords {

        private final Growing events = new Growing(new AtomicInteger(2_000));
        private final AtomicInteger reads = new AtomicInteger();

        @Override
        public long size() {
            return events.size();
        }

        @Override
        public List<EventRecord> from(long position, int atMost) {
            return events.from(position, atMost);
        }

        @Override
        public List<byte[]> lines(long position, int atMost) {
            reads.incrementAndGet();
            return events.lines(position, atMost);
        }
    }

    /** An answer that remembers how often the store had been read when its first bytes were sent. */
    private static final class FirstBytes extends MockHttpServletResponse {

        private final Counting records;
        private int readsBefore = -1;

        private FirstBytes(Counting records) {
            this.records = records;
        }

        @Override
        public ServletOutputStream getOutputStream() {
            ServletOutputStream answer = super.getOutputStream();
            return new DelegatingServletOutputStream(new OutputStream() {
                @Override
                public void write(int one) throws IOException {
                    if (readsBefore < 0) {
                        readsBefore = records.reads.get();
                    }
                    answer.write(one);
                }
            });
        }
    }

    @Test
    void isAnsweredWhileItIsMadeAndNeverKeptAsAWhole() throws Exception {
        Counting records = new Counting();
        AuditLog log = AuditLog.open(directory.resolve("audit"), "jiayou.example/test", records);
        log.extend();
        try (HistoryIndex index = HistoryIndex.open(directory.resolve("index"), records)) {
            index.find(new HistoryQuestion(), 1);
            int before = records.reads.get();
            FirstBytes answer = new FirstBytes(records);

            new ProveHistory(log, index).some(null, null, null, 0, null, answer);

            assertThat(answer.readsBefore).isEqualTo(before + 1);
            assertThat(records.reads.get()).isEqualTo(before + 4);
            assertThat(Receipt.parse(answer.getContentAsString()).proofs()).hasSize(2_000);
        }
    }

    @Test
    void failsBeforeItsFirstByteWhereAnEventOfAFewCantBeRead() throws Exception {
        ListedRecords records = new ListedRecords(400);
        AuditLog log = AuditLog.open(directory.resolve("audit"), "jiayou.example/test", records);
        log.extend();
        try (HistoryIndex index = HistoryIndex.open(directory.resolve("index"), records)) {
            index.find(new HistoryQuestion(), 1);
            records.damage(399);
            MockHttpServletResponse answer = new MockHttpServletResponse();

            assertThatThrownBy(() -> new ProveHistory(log, index).some(null, null, null, 0, null, answer))
                    .isInstanceOf(RuntimeException.class);

            assertThat(answer.isCommitted()).isFalse();
            assertThat(answer.getContentAsByteArray()).isEmpty();
        }
    }
}
