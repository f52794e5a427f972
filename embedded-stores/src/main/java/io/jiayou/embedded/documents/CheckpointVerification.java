package io.jiayou.embedded.documents;

import io.jiayou.embedded.documents.CheckpointVerdict.Reason;
import io.jiayou.embedded.documents.CheckpointVerdict.Refused;
import io.jiayou.embedded.documents.CheckpointVerdict.Sound;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.Arrays;

/** Reads a checkpoint file from end to end before anybody believes a byte of it. */
final class CheckpointVerification {

    private static final int CHUNK_BYTES = 1 << 18;
    private static final int SHORTEST =
            CheckpointFormat.PREAMBLE_BYTES + Integer.BYTES + CheckpointFormat.CHECKSUM_BYTES;

    private final FileChannel channel;

    CheckpointVerification(FileChannel channel) {
        this.channel = channel;
    }

    CheckpointVerdict verdict() throws IOException {
        long size = channel.size();
        if (size < SHORTEST) {
            return new Refused(Reason.DAMAGED, "only " + size + " bytes");
        }
        ByteBuffer preamble = read(0, CheckpointFormat.PREAMBLE_BYTES);
        byte[] magic = new byte[CheckpointFormat.MAGIC.length];
        preamble.get(magic);
        if (!Arrays.equals(magic, CheckpointFormat.MAGIC)) {
            return new Refused(Reason.NOT_A_CHECKPOINT, "an unknown first " + magic.length + " bytes");
        }
        int version = preamble.getInt();
        if (version > CheckpointFormat.VERSION) {
            return new Refused(Reason.NEWER_FORMAT, "format " + version + ", known is " + CheckpointFormat.VERSION);
        }
        long checked = size - CheckpointFormat.CHECKSUM_BYTES;
        if (!Arrays.equals(
                checksumUpTo(checked),
                read(checked, CheckpointFormat.CHECKSUM_BYTES).array())) {
            return new Refused(Reason.DAMAGED, "a wrong checksum over " + checked + " bytes");
        }
        return new Sound(CheckpointFormat.contents(footer(checked), size));
    }

    private byte[] footer(long end) throws IOException {
        int length = read(end - Integer.BYTES, Integer.BYTES).getInt();
        return read(end - Integer.BYTES - length, length).array();
    }

    private byte[] checksumUpTo(long end) throws IOException {
        MessageDigest checksum = CheckpointFormat.checksum();
        for (long position = 0; position < end; position += CHUNK_BYTES) {
            checksum.update(read(position, (int) Math.min(CHUNK_BYTES, end - position)));
        }
        return checksum.digest();
    }

    private ByteBuffer read(long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new EOFException("The file became shorter while it was read");
            }
        }
        return bytes.flip();
    }
}
