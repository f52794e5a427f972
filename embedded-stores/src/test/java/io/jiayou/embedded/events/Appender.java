package io.jiayou.embedded.events;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * A process of its own that appends until it's killed, or until enough went well after enough failures. Every
 * acknowledged append becomes a line on standard output, written at once: aggregate and last sequence. A failed one
 * becomes a line {@code failed}.
 */
final class Appender {

    private static final OutputStream JOURNAL = new FileOutputStream(FileDescriptor.out);

    private final RocksEventStorageEngine engine;
    private final String remark;
    private final AtomicInteger failuresWanted;
    private final AtomicInteger appendsWanted;

    private Appender(RocksEventStorageEngine engine, int remarkLength, int failuresWanted, int appendsWanted) {
        this.engine = engine;
        this.remark = "x".repeat(remarkLength);
        this.failuresWanted = new AtomicInteger(failuresWanted);
        this.appendsWanted = new AtomicInteger(appendsWanted);
    }

    /** Arguments: directory, threads, length of a remark, failures to wait for, appends to make after them. */
    public static void main(String[] arguments) throws InterruptedException {
        try (RocksEventStorageEngine engine = Fixtures.open(Path.of(arguments[0]))) {
            Appender appender = new Appender(
                    engine,
                    Integer.parseInt(arguments[2]),
                    Integer.parseInt(arguments[3]),
                    Integer.parseInt(arguments[4]));
            List<Thread> threads = LongStream.range(0, Integer.parseInt(arguments[1]))
                    .mapToObj(thread -> Thread.ofVirtual().start(() -> appender.run("tank-" + thread)))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private void run(String aggregate) {
        while (failuresWanted.get() > 0 || appendsWanted.getAndDecrement() > 0) {
            try {
                append(aggregate);
            } catch (EventStoreException failure) {
                write("failed");
                failuresWanted.decrementAndGet();
            }
        }
    }

    /** After a failure the store is asked what it kept: an unanswered append may have been kept or not. */
    private void append(String aggregate) {
        long next = engine.lastSequenceNumberFor(aggregate).orElse(-1L) + 1;
        int count = 1 + (int) (next % 3);
        List<DomainEventMessage<Litres>> events = LongStream.range(next, next + count)
                .mapToObj(sequence -> event(aggregate, sequence))
                .toList();
        engine.appendEvents(events);
        write(aggregate + " " + (next + count - 1));
        if (next % 16 == 0) {
            engine.storeSnapshot(events.getLast());
        }
    }

    private DomainEventMessage<Litres> event(String aggregate, long sequence) {
        return new GenericDomainEventMessage<>(
                "Tank", aggregate, sequence, new Litres((int) sequence, remark), Map.of("actor", "pump 7"));
    }

    private static synchronized void write(String line) {
        try {
            JOURNAL.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException unheard) {
            throw new IllegalStateException(unheard);
        }
    }
}
