package io.jiayou.outside;

import io.jiayou.periodic.Due;
import io.jiayou.periodic.Task;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that this process calls and that may be away. Whoever calls it in vain says so; from then on others are refused
 * at once instead of waiting in vain, too, and it's asked in the background until it answers again. For many threads.
 */
public final class Dependency {

    private static final Logger LOG = LoggerFactory.getLogger(Dependency.class);

    /** Nobody may have called it for long, and it's to be known beforehand. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    /** An absence that is shorter is no alarm: a restart. */
    private static final Duration SHORT = Duration.ofSeconds(30);

    private static final int LONGEST = 300;

    private final String name;
    private final Probe probe;
    private final Predicate<Throwable> isAbsence;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Absence> absence = new AtomicReference<>();
    private final List<Runnable> toldWhenBack = new CopyOnWriteArrayList<>();
    private volatile boolean lookedAfter = true;
    private long looked = System.nanoTime();

    /**
     * @param name stable, in metrics, alarms and what is answered: {@code read-store}
     * @param probe asks it something small
     * @param isAbsence whether a failure of a call says that it doesn't answer, rather than what it answers
     */
    public Dependency(String name, Probe probe, Predicate<Throwable> isAbsence, InstantSource clock) {
        this.name = name;
        this.probe = probe;
        this.isAbsence = isAbsence;
        this.clock = clock;
    }

    public String name() {
        return name;
    }

    /** It's somebody else's: it isn't asked while nobody needs it. */
    public Dependency askedWhileAwayOnly() {
        lookedAfter = false;
        return this;
    }

    /** Set while it's away. */
    public Optional<Absence> absence() {
        return Optional.ofNullable(absence.get());
    }

    /** @throws DependencyAway at once while it is away */
    public void require() {
        Absence known = absence.get();
        if (known != null) {
            throw new DependencyAway(name, known);
        }
    }

    /** Whether a failure, or what caused it, says that this doesn't answer. */
    public boolean isBehind(Throwable failure) {
        return cause(failure).isPresent();
    }

    private Optional<Throwable> cause(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(cause ->
                        cause instanceof DependencyAway away ? away.dependency().equals(name) : isAbsence.test(cause))
                .findFirst();
    }

    /**
     * A call failed. If that says that it doesn't answer, and it doesn't answer something small either, others aren't to wait
     * for it: what takes too long alone keeps nobody from the rest.
     */
    public void failed(Throwable failure) {
        cause(failure).ifPresent(this::confirm);
    }

    private synchronized void confirm(Throwable failure) {
        if (absence.get() == null) {
            try {
                probe.ask(Patience.CONFIRMATION);
            } catch (Exception e) {
                isAway(failure);
            }
        }
    }

    /** It's known to be away. */
    public void isAway(Throwable why) {
        String line = String.valueOf(why).lines().findFirst().orElse("");
        Absence noticed = new Absence(clock.instant(), line.length() > LONGEST ? line.substring(0, LONGEST) : line);
        if (absence.compareAndSet(null, noticed)) {
            LOG.warn("{} is away: {}", name, noticed.why());
        }
    }

    private void isThere() {
        Absence over = absence.getAndSet(null);
        if (over != null) {
            LOG.info("{} answers again; it was away since {}", name, over.since());
            toldWhenBack.forEach(Runnable::run);
        }
    }

    void whenBack(Runnable told) {
        toldWhenBack.add(told);
    }

    /** Looks after it. It fails as long as it's away, so that what tells of tasks tells of it. */
    Task watch() {
        return new Task("dependency-" + name, Due.every(Patience.PAUSE), this::look).patient(SHORT);
    }

    private void look() throws Exception {
        boolean due = lookedAfter && System.nanoTime() - looked >= LOOK_EVERY.toNanos();
        if (absence.get() == null && !due) {
            return;
        }
        try {
            probe.ask(Patience.PROBE);
            isThere();
        } catch (Exception e) {
            isAway(e);
            throw e;
        } finally {
            looked = System.nanoTime();
        }
    }
}
