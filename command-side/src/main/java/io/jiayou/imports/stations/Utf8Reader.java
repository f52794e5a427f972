package io.jiayou.imports.stations;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Reads UTF-8, with or without a byte order mark, up to the first byte that is none: what stands before it is given before it
 * fails.
 */
final class Utf8Reader extends Reader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream bytes;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer read = ByteBuffer.allocate(8 * 1024).flip();
    private boolean begun;
    private boolean ended;

    Utf8Reader(InputStream bytes) {
        this.bytes = bytes;
    }

    /** @throws java.nio.charset.CharacterCodingException where it isn't UTF-8 */
    @Override
    public int read(char[] into, int from, int length) throws IOException {
        if (!begun) {
            begun = true;
            skipMark();
        }
        CharBuffer text = CharBuffer.wrap(into, from, length);
        while (true) {
            CoderResult result = decoder.decode(read, text, ended);
            int count = text.position();
            if (count > 0) {
                return count;
            }
            if (result.isError()) {
                result.throwException();
            }
            if (ended) {
                return -1;
            }
            fill();
        }
    }

    private void skipMark() throws IOException {
        while (!ended && read.remaining() < 3) {
            fill();
        }
        ByteBuffer mark = StandardCharsets.UTF_8.encode(String.valueOf(BYTE_ORDER_MARK));
        if (read.remaining() >= mark.remaining()
                && read.slice(0, mark.remaining()).equals(mark)) {
            read.position(mark.remaining());
        }
    }

    private void fill() throws IOException {
        read.compact();
        int count = bytes.read(read.array(), read.position(), read.remaining());
        ended = count < 0;
        read.position(read.position() + Math.max(0, count)).flip();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
