package io.jiayou.archive.target;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is to be stored: bytes of a known length, which may be read more than once. */
public interface Content {

    long bytes();

    /** From the beginning; whoever asks closes it. */
    InputStream open() throws IOException;

    static Content of(byte[] bytes) {
        return of(bytes, bytes.length);
    }

    /** The first bytes of an array, which isn't copied. */
    static Content of(byte[] array, int length) {
        return new Content() {
            @Override
            public long bytes() {
                return length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(array, 0, length);
            }
        };
    }

    /** A file that doesn't change meanwhile. */
    static Content of(Path file) throws IOException {
        long length = Files.size(file);
        return new Content() {
            @Override
            public long bytes() {
                return length;
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        };
    }
}
