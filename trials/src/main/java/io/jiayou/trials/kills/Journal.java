package io.jiayou.trials.kills;

import io.jiayou.trials.server.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Every command that was acknowledged, and every one that wasn't: kept by the prover, who survives. */
final class Journal {

    /** What is known about one resource. */
    private static final class Entry {
        private final Set<String> acknowledged = new HashSet<>();
        private final Set<Set<String>> unanswered = new HashSet<>();
        private long version = -1;
    }

    /**
     * What a resource has to show.
     *
     * @param acknowledged all of these marks
     * @param unanswered of each of these groups all or none
     * @param version of the last acknowledgement
     */
    record Expected(Set<String> acknowledged, Set<Set<String>> unanswered, long version) {}

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Set<String> touched = ConcurrentHashMap.newKeySet();
    private final AtomicLong acknowledgements = new AtomicLong();
    private final AtomicLong silences = new AtomicLong();

    void acknowledged(Step step, long version) {
        acknowledgements.incrementAndGet();
        Entry entry = touch(step.resource());
        synchronized (entry) {
            entry.acknowledged.addAll(step.marks());
            entry.version = Math.max(entry.version, version);
        }
    }

    /** No answer came: it may have been done, wholly, or not at all. */
    void unanswered(Step step) {
        silences.incrementAndGet();
        Entry entry = touch(step.resource());
        synchronized (entry) {
            entry.unanswered.add(Set.copyOf(step.marks()));
        }
    }

    private Entry touch(String resource) {
        touched.add(resource);
        return entries.computeIfAbsent(resource, unknown -> new Entry());
    }

    Expected expected(String resource) {
        Entry entry = entries.getOrDefault(resource, new Entry());
        synchronized (entry) {
            return new Expected(Set.copyOf(entry.acknowledged), Set.copyOf(entry.unanswered), entry.version);
        }
    }

    /** Resources that something was sent to since this was asked the last time. */
    List<String> takeTouched() {
        List<String> taken = List.copyOf(touched);
        touched.removeAll(taken);
        return taken;
    }

    Set<String> resources() {
        return new TreeSet<>(entries.keySet());
    }

    /** How many commands were acknowledged. */
    long acknowledgements() {
        return acknowledgements.get();
    }

    /** How many commands got no answer. */
    long silences() {
        return silences.get();
    }
}
