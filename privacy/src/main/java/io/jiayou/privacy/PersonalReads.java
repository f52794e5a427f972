package io.jiayou.privacy;

import io.jiayou.periodic.Due;
import io.jiayou.periodic.EvenDays;
import io.jiayou.periodic.Memory;
import io.jiayou.periodic.Running;
import io.jiayou.periodic.Schedule;
import io.jiayou.periodic.Task;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who has read personal data of whom: one record per day (in UTC), person and reader, with a count. Reads are gathered and kept
 * every second, so that an answer with a hundred names costs its reader nothing; a process that is killed loses those of the
 * last second. Kept for 180 days, beside the keys.
 */
public final class PersonalReads implements AutoCloseable {

    /**
     * The reads of one day.
     *
     * @param actor who read: an id, or {@code anonymous}
     * @param role in which role
     * @param count how many answers had something of the person in it
     */
    public record Read(String person, String actor, String role, long count, Instant first, Instant last) {

        Read and(Read later) {
            return new Read(person, actor, role, count + later.count, first, later.last);
        }
    }

    private record Reader(String person, String actor, String role) {

        static Reader of(Read read) {
            return new Reader(read.person(), read.actor(), read.role());
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(PersonalReads.class);
    private static final Duration KEPT = Duration.ofDays(180);
    private static final Due EVERY_SECOND = Due.every(Duration.ofSeconds(1));
    /** Days are those of UTC here. */
    private static final Due EVERY_DAY = Due.daily(LocalTime.of(0, 10), ZoneOffset.UTC);

    private static final String READS = "read/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SecretRecords store;
    private final Clock clock;
    private final EvenDays days;
    private final List<Running> running;
    private Map<Reader, Read> gathered = new HashMap<>();

    PersonalReads(SecretRecords store, Clock clock, Schedule schedule) {
        this.store = store;
        this.clock = clock;
        Memory shared = new MemoryBesideKeys(store);
        this.days = new EvenDays("personal-reads-days", shared, clock);
        Task forgetting = new Task("personal-reads-expiry", EVERY_DAY, this::forgetOld).onceFor(shared);
        this.running = List.of(
                schedule.begin(new Task("personal-reads", EVERY_SECOND, this::keep)), schedule.begin(forgetting));
    }

    /** Somebody was answered something of a person. */
    public synchronized void note(String person, String actor, String role) {
        Instant now = clock.instant();
        gathered.merge(new Reader(person, actor, role), new Read(person, actor, role, 1, now, now), Read::and);
    }

    /** Keeps what was gathered. */
    public void keep() {
        Map<Reader, Read> taken;
        synchronized (this) {
            taken = gathered;
            gathered = new HashMap<>();
        }
        try {
            for (Read read : List.copyOf(taken.values())) {
                keep(read);
                taken.remove(Reader.of(read));
            }
        } catch (RuntimeException e) {
            giveBack(taken);
            throw e;
        }
    }

    private synchronized void giveBack(Map<Reader, Read> left) {
        left.forEach((reader, earlier) -> gathered.merge(reader, earlier, (now, before) -> before.and(now)));
    }

    private void keep(Read read) {
        String key = READS + day(read.last()) + '/' + read.person() + '/' + read.role() + '/' + read.actor();
        while (true) {
            String before = store.find(key).orElse(null);
            Read sum =
                    before == null ? read : JSON.readValue(before, Read.class).and(read);
            if (store.replace(key, before, JSON.writeValueAsString(sum))) {
                return;
            }
        }
    }

    /** What follows midnight. */
    void forgetOld() {
        if (!days.goOn()) {
            LOG.info("No reads of personal data are forgotten today: the clock has to be seen to go on evenly first");
            return;
        }
        String oldest = READS + day(clock.instant()).minusDays(KEPT.toDays());
        store.keys(READS).stream().takeWhile(key -> key.compareTo(oldest) < 0).forEach(key -> store.find(key)
                .ifPresent(text -> store.replace(key, text, null)));
    }

    /** Those of the days of a period, by day. */
    public List<Read> between(Instant from, Instant until) {
        keep();
        String first = READS + day(from);
        String behind = READS + day(until.minusNanos(1)) + "/\uffff";
        return store.keys(READS).stream()
                .filter(key -> key.compareTo(first) >= 0 && key.compareTo(behind) < 0)
                .map(store::find)
                .flatMap(Optional::stream)
                .map(text -> JSON.readValue(text, Read.class))
                .toList();
    }

    /** Those of one person's data that are still kept, by day. Reads no other person's: each day's are found by the person. */
    public List<Read> of(String person) {
        keep();
        LocalDate today = day(clock.instant());
        return Stream.iterate(today.minusDays(KEPT.toDays()), it -> it.plusDays(1))
                .limit(KEPT.toDays() + 2)
                .flatMap(day -> store.keys(READS + day + '/' + person + '/').stream())
                .map(store::find)
                .flatMap(Optional::stream)
                .map(text -> JSON.readValue(text, Read.class))
                .toList();
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    @Override
    public void close() {
        running.forEach(Running::close);
        try {
            keep();
        } catch (RuntimeException e) {
            LOG.error("The last reads of personal data can't be recorded: {}", e.toString());
        }
    }
}
