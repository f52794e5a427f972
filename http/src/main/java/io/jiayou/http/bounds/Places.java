package io.jiayou.http.bounds;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A number of places, of which an owner may have a part. Who finds none waits a moment: usually one is free again at once. For many
 * threads.
 */
public final class Places {

    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final Semaphore all;
    private final int share;
    private final Map<String, Semaphore> owners = new HashMap<>();
    private final Map<String, Integer> users = new HashMap<>();

    /** @param share how many of them one owner may have */
    public Places(int all, int share) {
        this.all = new Semaphore(all);
        this.share = share;
    }

    /** Takes a place; false if none came free. */
    public boolean take(String owner) {
        Semaphore own = enter(owner);
        boolean mine = take(own);
        boolean taken = mine && take(all);
        if (mine && !taken) {
            own.release();
        }
        if (!taken) {
            leave(owner);
        }
        return taken;
    }

    private static boolean take(Semaphore places) {
        try {
            return places.tryAcquire(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
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
            return owners.computeIfAbsent(owner, it -> new Semaphore(share));
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
