package io.jiayou.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.periodic.Schedule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PersonalReadsTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private final Schedule schedule = Schedule.ofTheProcess();

    @AfterEach
    void close() {
        schedule.close();
    }

    /** Remembers which records were read. */
    private static final class Watched implements KeyStore {

        private final KeysInMemory store = new KeysInMemory();
        private final List<String> found = new ArrayList<>();

        @Override
        public Optional<String> find(String key) {
            found.add(key);
            return store.find(key);
        }

        @Override
        public boolean replace(String key, @Nullable String before, @Nullable String after) {
            return store.replace(key, before, after);
        }

        @Override
        public List<String> keys(String prefix) {
            return store.keys(prefix);
        }

        @Override
        public void shred(String key) {
            store.shred(key);
        }
    }

    @Test
    void findsThoseOfOnePersonWithoutReadingThoseOfOthers() {
        Watched store = new Watched();
        try (PersonalReads reads = new PersonalReads(store, NOON, schedule)) {
            for (int n = 0; n < 50; n++) {
                reads.note("driver-" + n, "0197a3c5", "agent");
            }
            reads.keep();
            store.found.clear();

            assertThat(reads.of("driver-7")).singleElement().satisfies(read -> assertThat(read.person())
                    .isEqualTo("driver-7"));
            assertThat(store.found).filteredOn(key -> key.startsWith("read/")).hasSize(1);
        }
    }

    @Test
    void findsThoseOfAllDaysThatAreKept() {
        KeysInMemory store = new KeysInMemory();
        for (int days : new int[] {180, 90, 0}) {
            Clock then = Clock.fixed(NOON.instant().minusSeconds(days * 86_400L), ZoneOffset.UTC);
            try (PersonalReads reads = new PersonalReads(store, then, schedule)) {
                reads.note("ann", "0197a3c5", "agent");
            }
        }

        try (PersonalReads reads = new PersonalReads(store, NOON, schedule)) {
            assertThat(reads.of("ann")).hasSize(3);
            assertThat(reads.of("an")).isEmpty();
        }
    }

    /** By a clock that went on evenly, and not by one that has just jumped. */
    @Test
    void forgetThoseThatAreOlderThanHalfAYear() {
        KeysInMemory store = new KeysInMemory();
        for (int days : new int[] {181, 180}) {
            Clock then = Clock.fixed(NOON.instant().minusSeconds(days * 86_400L), ZoneOffset.UTC);
            try (PersonalReads reads = new PersonalReads(store, then, schedule)) {
                reads.note("ann", "0197a3c5", "agent");
            }
        }
        Clock dayBefore = Clock.fixed(NOON.instant().minusSeconds(86_400), ZoneOffset.UTC);
        forgetOld(store, dayBefore);
        assertThat(store.keys("read/")).hasSize(2);

        forgetOld(store, NOON);

        assertThat(store.keys("read/")).singleElement().asString().startsWith("read/2025-09-02/ann/");
    }

    @Test
    void forgetNothingByOneLookAtAClock() {
        KeysInMemory store = new KeysInMemory();
        Clock then = Clock.fixed(NOON.instant().minusSeconds(400 * 86_400L), ZoneOffset.UTC);
        try (PersonalReads reads = new PersonalReads(store, then, schedule)) {
            reads.note("ann", "0197a3c5", "agent");
        }

        forgetOld(store, NOON);

        assertThat(store.keys("read/")).hasSize(1);
    }

    private void forgetOld(KeysInMemory store, Clock clock) {
        try (PersonalReads reads = new PersonalReads(store, clock, schedule)) {
            reads.forgetOld();
        }
    }
}
