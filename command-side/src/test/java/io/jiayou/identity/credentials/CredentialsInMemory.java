package io.jiayou.identity.credentials;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A store of credentials for tests: as durable as the test. */
public final class CredentialsInMemory implements Credentials {

    private final ConcurrentSkipListMap<String, String> texts = new ConcurrentSkipListMap<>();
    private final Map<String, Runnable> meanwhile = new ConcurrentHashMap<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();

    @Override
    public Optional<String> find(String key) {
        reads.incrementAndGet();
        return Optional.ofNullable(texts.get(key));
    }

    @Override
    public boolean replace(String key, @Nullable String before, @Nullable String after) {
        writes.incrementAndGet();
        Runnable other = meanwhile.remove(key);
        if (other != null) {
            other.run();
        }
        AtomicBoolean replaced = new AtomicBoolean();
        texts.compute(key, (same, now) -> {
            replaced.set(Objects.equals(now, before));
            return replaced.get() ? after : now;
        });
        return replaced.get();
    }

    @Override
    public List<String> keys(String prefix) {
        return texts.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
    }

    /** What somebody else does between a decision about a key and the write of it, once. */
    public void meanwhile(String key, Runnable other) {
        meanwhile.put(key, other);
    }

    /** A vault where no store is configured. */
    public static Vault none() {
        return new Vault(new NoCredentials());
    }

    /** Reads and writes so far. */
    public List<Integer> work() {
        return List.of(reads.get(), writes.get());
    }
}
