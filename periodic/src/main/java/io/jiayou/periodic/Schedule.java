package io.jiayou.periodic;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * All that this process does again and again. Each task has a thread to itself, so none waits for another. Somebody who has no
 * other work looks at all of them and tells of those that are silent.
 */
public final class Schedule implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
    private static final Duration WATCH_EVERY = Duration.ofSeconds(5);

    private final Clock wall;
    private final SteadyClock steady = new SteadyClock();
    private final Memory memory;
    private final List<TaskAlarms> alarms = new CopyOnWriteArrayList<>();
    private final String node = UUID.randomUUID().toString();
    private final List<Running> running = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> newcomers = new CopyOnWriteArrayList<>();
    private final Map<String, String> complaining = new ConcurrentHashMap<>();
    private final ThreadPoolTaskScheduler watcher = watcher();
    private volatile long watchedAt = System.nanoTime();

    /** @param memory of what only this process does */
    public Schedule(Clock wall, Memory memory) {
        this.wall = wall;
        this.memory = memory;
        watcher.scheduleWithFixedDelay(this::watch, WATCH_EVERY);
    }

    /** One that remembers nothing beyond the process and tells nobody. */
    public static Schedule ofTheProcess() {
        return new Schedule(Clock.systemUTC(), Memory.ofTheProcess());
    }

    /** Lets somebody hear of silence; who does may be there later than the tasks. */
    public void tell(TaskAlarms listener) {
        alarms.add(listener);
    }

    private static ThreadPoolTaskScheduler watcher() {
        ThreadPoolTaskScheduler watcher = new ThreadPoolTaskScheduler();
        watcher.setThreadNamePrefix("periodic-watch-");
        watcher.setDaemon(true);
        watcher.initialize();
        return watcher;
    }

    /** Lets a task have its turns from now on. */
    public Running begin(Task task) {
        Running begun = running(task, wall, steady);
        synchronized (newcomers) {
            running.add(begun);
            newcomers.forEach(each -> each.accept(task.name()));
        }
        Thread.ofPlatform().daemon().name(task.name()).start(() -> begun.follow(steady));
        return begun;
    }

    /** A task that nothing wakes yet. */
    Running running(Task task, InstantSource wallClock, InstantSource steadyClock) {
        Turns turns =
                switch (task.due()) {
                    case Due.At at ->
                        new TimedTurns(
                                task, at, task.shared() == null ? memory : task.shared(), node, wallClock, steadyClock);
                    case Due.Every every -> new PausedTurns(task, wallClock, steadyClock);
                    case Due.Paced paced -> new PausedTurns(task, wallClock, steadyClock);
                };
        return new Running(task.name(), turns, running::remove, this::isWell);
    }

    /** Names each task to somebody, those of now and those to come. */
    void show(Consumer<String> each) {
        synchronized (newcomers) {
            running.forEach(task -> each.accept(task.name()));
            newcomers.add(each);
        }
    }

    /** How each task stands, by name. */
    public List<TaskState> tasks() {
        return running.stream()
                .map(task -> task.turns().state())
                .sorted(Comparator.comparing(TaskState::name))
                .toList();
    }

    /** Whether a task has reason to complain; one that isn't there hasn't. */
    boolean complains(String name) {
        return running.stream()
                .filter(task -> task.name().equals(name))
                .anyMatch(task -> task.turns().state().complaint() != null);
    }

    /** How long ago somebody looked after the tasks. */
    Duration unwatched() {
        return Duration.ofNanos(System.nanoTime() - watchedAt);
    }

    /** Looks once. One task that can't be looked at hides no other. */
    @SuppressWarnings("CatchThrowable") // the watch goes on, whatever it meets
    void watch() {
        for (Running task : running) {
            try {
                task.turns().beat();
                tell(task.turns().state());
            } catch (Throwable e) {
                LOG.error("A task can't be watched: {}", Turns.line(e));
            }
        }
        watchedAt = System.nanoTime();
    }

    private void isWell(String task) {
        alarms.forEach(each -> each.well(task));
    }

    private void tell(TaskState task) {
        log(task);
        for (TaskAlarms each : alarms) {
            if (task.complaint() == null) {
                each.well(task.name());
            } else {
                each.silent(task.name(), task.complaint());
            }
        }
    }

    private void log(TaskState task) {
        if (task.complaint() == null) {
            complaining.remove(task.name());
        } else if (!task.complaint().equals(complaining.put(task.name(), task.complaint()))) {
            LOG.error("Alarm: the periodic task {}: {}", task.name(), task.complaint());
        }
    }

    @Override
    public void close() {
        watcher.shutdown();
        endAll();
    }

    /** At once: as many as hang take as long as one. */
    private void endAll() {
        List<Thread> ending = running.stream()
                .map(each -> Thread.ofVirtual().start(each::close))
                .toList();
        try {
            for (Thread each : ending) {
                each.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
