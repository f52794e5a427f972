package io.jiayou.identity.credentials;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A store of credentials for tests: as durable as the test. */
public final class CredentialsInMemory implements Credentials {

    private final ConcurrentSkipListMap<String, String> texts = new ConcurrentSkipListMap<>();
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

    /** A vault where no store is configured. */
    public static Vault none() {
        return new Vault(new NoCredentials());
    }

    /** Reads and writes so far. */
    public List<Integer> work() {
        return List.of(reads.get(), writes.get());
    }
}
