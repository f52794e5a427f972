package io.jiayou.archive.write;

import io.jiayou.archive.target.Content;
import io.jiayou.archive.target.StoredFile;
import io.jiayou.archive.target.Target;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A real target whose disk goes after some writes, and comes back. */
final class FailingTarget implements Target {

    private final Target real;
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

    FailingTarget(Target real) {
        this.real = real;
    }

    void failAfter(int writes) {
        left.set(writes);
    }

    void works() {
        left.set(Integer.MAX_VALUE);
    }

    private void write() throws IOException {
        if (left.getAndUpdate(count -> Math.max(0, count - 1)) == 0) {
            throw new IOException("the disk is gone");
        }
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public List<StoredFile> list(String prefix) throws IOException {
        return real.list(prefix);
    }

    @Override
    public @Nullable InputStream read(String file) throws IOException {
        return real.read(file);
    }

    @Override
    public boolean create(String file, Content content, @Nullable Instant lockedUntil) throws IOException {
        write();
        return real.create(file, content, lockedUntil);
    }

    @Override
    public void replace(String file, byte[] content) throws IOException {
        write();
        real.replace(file, content);
    }

    @Override
    public boolean delete(String file) throws IOException {
        write();
        return real.delete(file);
    }

    @Override
    public Optional<Instant> lockedUntil(String file) throws IOException {
        return real.lockedUntil(file);
    }
}
