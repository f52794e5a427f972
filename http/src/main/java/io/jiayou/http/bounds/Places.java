package io.jiayou.http.bounds;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A number of places, of which an owner may have a part. Who finds none waits, for a moment if nothing else is said: usually one is
 * free again at once. Who came first is served first, but an owner that has its part keeps nobody else waiting. For many threads.
 */
public final class Places {

    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final Semaphore all;
    private final int share;
    private final Duration patience;
    private final Map<String, Semaphore> owners = new HashMap<>();
    private final Map<String, Integer> users = new HashMap<>();

    /** @param share how many of them one owner may have */
    public Places(int all, int share) {
        this(all, share, MOMENT);
    }

    /**
     * @param share how many of them one owner may have
     * @param patience how long one is waited for
     */
    public Places(int all, int share, Duration patience) {
        this.all = new Semaphore(all, true);
        this.share = share;
        this.patience = patience;
    }

    /** Takes a place; false if none came free. */
    public boolean take(String owner) {
        long until = System.nanoTime() + patience.toNanos();
        Semaphore own = enter(owner);
        boolean mine = take(own, until);
        boolean taken = mine && take(all, until);
        if (mine && !taken) {
            own.release();
        }
        if (!taken) {
            leave(owner);
        }
        return taken;
    }

    private static boolean take(Semaphore places, long until) {
        try {
            return places.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Gives one back that was taken. */
    public void giveBack(String owner) {
        all.release();
        synchronized (owners) {
            Semaphore own = owners.get(owner);
            if (own != null) {
                own.release();
            }
        }
        leave(owner);
    }

    private Semaphore enter(String owner) {
        synchronized (owners) {
            users.merge(owner, 1, Integer::sum);
            return owners.computeIfAbsent(owner, it -> new Semaphore(share, true));
        }
    }

    /** Nothing is kept of owners that have, and want, no place. */
    private void leave(String owner) {
        synchronized (owners) {
            if (users.merge(owner, -1, Integer::sum) == 0) {
                users.remove(owner);
                owners.remove(owner);
            }
        }
    }

    int owners() {
        synchronized (owners) {
            return owners.size();
        }
    }
}
