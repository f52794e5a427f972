package io.jiayou.archive.seal;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.github.luben.zstd.RecyclingBufferPool;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;
import java.util.List;

/**
 * Takes plain bytes and passes on a binary age file of one zstd frame with a checksum, in one pass that also hashes and
 * counts both. Nothing is complete before it is closed.
 */
public final class Sealing extends OutputStream {

    /** A quick one: what is archived all day long shall not be felt. */
    private static final int LEVEL = 1;

    /** Lines are short, and each step into native code or a cipher costs. */
    private static final int BUFFER = 1 << 16;

    private final HashingOutput sealed;
    private final HashingOutput plain;
    private final OutputStream buffer;
    private boolean closed;

    /**
     * @param out gets the sealed bytes, and is closed with this
     * @param recipients at least one
     */
    public Sealing(OutputStream out, List<AgeRecipient> recipients) throws IOException {
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("an archive that nobody can open is none");
        }
        this.sealed = new HashingOutput(out);
        List<RecipientStanzaWriter> writers =
                recipients.stream().map(AgeRecipient::writer).toList();
        try {
            WritableByteChannel age =
                    new StandardEncryptingChannelFactory().newEncryptingChannel(Channels.newChannel(sealed), writers);
            ZstdOutputStreamNoFinalizer zstd =
                    new ZstdOutputStreamNoFinalizer(Channels.newOutputStream(age), RecyclingBufferPool.INSTANCE, LEVEL);
            this.plain = new HashingOutput(zstd.setChecksum(true));
            this.buffer = new BufferedOutputStream(plain, BUFFER);
        } catch (GeneralSecurityException e) {
            throw new IOException("encryption fails", e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        buffer.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        buffer.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            buffer.close();
        }
    }

    /** What was sealed; only once it is closed. */
    public Seal seal() {
        if (!closed) {
            throw new IllegalStateException("it isn't closed yet");
        }
        return new Seal(plain.bytes(), plain.sha256(), sealed.bytes(), sealed.sha256());
    }
}
