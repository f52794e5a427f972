package io.jiayou.trials.siege;

import io.jiayou.http.bounds.Bound;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** Logins with passwords that are none, many at once, of names that there are and of others: each costs a hash. */
final class LoginFlood implements Attack {

    private static final int ADDRESSES = 8;
    private static final int AT_ONCE = 30;
    private static final int PATIENCE_MILLIS = 55_000;
    /** Seconds: some logins that wait, each hashed by threads that others go before. */
    private static final double LONGEST = 20;

    private final AtomicLongArray taken = new AtomicLongArray(ADDRESSES);
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong busy = new AtomicLong();
    private final AtomicLong longestMillis = new AtomicLong();

    @Override
    public String name() {
        return "logins";
    }

    @Override
    public void run(Field field) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            while (field.goesOn()) {
                for (int n = 0; n < ADDRESSES * AT_ONCE; n++) {
                    int address = n % ADDRESSES;
                    String name = n % 5 == 0 ? "operations" : "nobody-" + n;
                    threads.submit(() -> logIn(field, address, name));
                }
                field.pause(10_000);
            }
        }
    }

    private void logIn(Field field, int address, String name) {
        String body = "{\"name\":\"" + name + "\",\"password\":\"not the password at all\"}";
        long began = System.nanoTime();
        try (Line line = Line.open("127.0.2." + (20 + address), field.port())) {
            line.send(
                    "POST /api/sessions/staff HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Type: application/json\r\n"
                            + "Content-Length: " + body.length() + "\r\n\r\n" + body);
            String answer = line.piece(PATIENCE_MILLIS);
            if (answer.startsWith("HTTP/1.1 429")) {
                refused.incrementAndGet();
            } else if (answer.startsWith("HTTP/1.1 503")) {
                busy.incrementAndGet();
                taken.incrementAndGet(address);
            } else if (answer.isEmpty()) {
                unanswered.incrementAndGet();
            } else {
                taken.incrementAndGet(address);
                longestMillis.accumulateAndGet((System.nanoTime() - began) / 1_000_000, Math::max);
            }
        } catch (IOException noPlace) {
            unanswered.incrementAndGet();
        }
    }

    @Override
    public List<String> gained(Field field) {
        List<String> gained = new ArrayList<>();
        long allowed = field.allowed(Bound.LOGINS_PER_ADDRESS);
        for (int n = 0; n < ADDRESSES; n++) {
            if (taken.get(n) > allowed * 1.2 + 5) {
                gained.add("logins: " + taken.get(n) + " of one address were taken, and " + allowed + " may be");
                break;
            }
        }
        if (longestMillis.get() / 1e3 > LONGEST) {
            gained.add("logins: one waited for %.0f s, where others should be refused"
                    .formatted(longestMillis.get() / 1e3));
        }
        return gained;
    }

    @Override
    public String done() {
        long all = 0;
        for (int n = 0; n < ADDRESSES; n++) {
            all += taken.get(n);
        }
        return all + " taken, of them " + busy + " told to come later, " + refused + " refused, " + unanswered
                + " without an answer, the longest "
                + longestMillis + " ms";
    }
}
