package io.jiayou.archive.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** Fills every buffer unless the stream ends: the decrypting channel takes a buffer that isn't full for the end. */
final class FullReads implements ReadableByteChannel {

    private final InputStream in;
    private boolean open = true;

    FullReads(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int read = in.readNBytes(target.array(), target.arrayOffset() + target.position(), target.remaining());
        if (read == 0 && target.hasRemaining()) {
            return -1;
        }
        target.position(target.position() + read);
        return read;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() throws IOException {
        open = false;
        in.close();
    }
}
