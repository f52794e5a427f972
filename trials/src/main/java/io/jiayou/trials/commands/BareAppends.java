package io.jiayou.trials.commands;

import io.jiayou.trials.bench.Latencies;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** The least that durability costs: bytes appended to a file and forced to disk, one piece after the other. */
final class BareAppends implements AutoCloseable {

    private final FileChannel file;
    private final ByteBuffer bytes;

    /** @param size bytes of one append */
    BareAppends(Path file, int size) throws IOException {
        this.file = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.bytes = ByteBuffer.allocateDirect(size);
    }

    /** Appends for so long; the p99 of one append in milliseconds. */
    double p99Millis(Duration time) throws IOException {
        Latencies latencies = new Latencies();
        long deadline = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < deadline) {
            long started = System.nanoTime();
            bytes.clear();
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
            latencies.add(System.nanoTime() - started);
        }
        return latencies.percentileMillis(0.99);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
