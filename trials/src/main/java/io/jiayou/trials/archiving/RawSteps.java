package io.jiayou.trials.archiving;

import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import com.github.luben.zstd.RecyclingBufferPool;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import io.jiayou.archive.seal.AgeRecipient;
import io.jiayou.archive.write.Pace;
import io.jiayou.audit.EventRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps that archiving can't do without, each alone and on the same lines, which are in memory. All rates are in bytes of
 * plain lines per second, so that they can be compared.
 */
final class RawSteps {

    private static final int LEVEL = 1;
    private static final int PIECE = 1 << 16;
    private static final int BATCH = 500;

    private final List<byte[]> plain = new ArrayList<>();
    private final List<byte[]> compressed = new ArrayList<>();
    private final AgeRecipient recipient;
    private long plainBytes;

    private RawSteps(AgeRecipient recipient) {
        this.recipient = recipient;
    }

    /** Reads all lines, in pieces as long as segments. */
    static RawSteps of(EventRecords records, long events, AgeRecipient recipient) throws IOException {
        RawSteps steps = new RawSteps(recipient);
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        long position = 0;
        while (position < events) {
            for (byte[] line : records.lines(position, (int) Math.min(BATCH, events - position))) {
                segment.write(line);
                segment.write('\n');
                position++;
            }
            if (segment.size() >= Pace.usual().bytes() || position == events) {
                steps.add(segment.toByteArray());
                segment.reset();
            }
        }
        return steps;
    }

    private void add(byte[] lines) throws IOException {
        plain.add(lines);
        plainBytes += lines.length;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        compress(lines, out);
        compressed.add(out.toByteArray());
    }

    private static void compress(byte[] lines, OutputStream out) throws IOException {
        try (OutputStream zstd = new ZstdOutputStreamNoFinalizer(out, RecyclingBufferPool.INSTANCE, LEVEL)) {
            for (int at = 0; at < lines.length; at += PIECE) {
                zstd.write(lines, at, Math.min(PIECE, lines.length - at));
            }
        }
    }

    long plainBytes() {
        return plainBytes;
    }

    /** What was taken together by {@code nanos}. */
    double rate(long nanos) {
        return plainBytes / (nanos / 1e9);
    }

    /** All lines in one file, for another program. */
    void writeTo(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (byte[] lines : plain) {
                out.write(lines);
            }
        }
    }

    /** The compressed bytes, a file for each segment, each forced to disk. */
    double disk(Path directory) throws IOException {
        Files.createDirectories(directory);
        long started = System.nanoTime();
        for (int n = 0; n < compressed.size(); n++) {
            Path file = directory.resolve(Integer.toString(n));
            try (FileChannel out = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(compressed.get(n));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
        }
        return rate(System.nanoTime() - started);
    }

    double zstd() throws IOException {
        long started = System.nanoTime();
        for (byte[] lines : plain) {
            compress(lines, OutputStream.nullOutputStream());
        }
        return rate(System.nanoTime() - started);
    }

    /** The age cipher over the compressed bytes. */
    double cipher() throws IOException, GeneralSecurityException {
        long started = System.nanoTime();
        var writer = X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient.toString());
        for (byte[] bytes : compressed) {
            try (WritableByteChannel age = new StandardEncryptingChannelFactory()
                    .newEncryptingChannel(Channels.newChannel(OutputStream.nullOutputStream()), List.of(writer))) {
                for (int at = 0; at < bytes.length; at += PIECE) {
                    age.write(ByteBuffer.wrap(bytes, at, Math.min(PIECE, bytes.length - at)));
                }
            }
        }
        return rate(System.nanoTime() - started);
    }
}
