package io.jiayou.trials.kills;

import io.jiayou.trials.bench.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was done to a system and found in it. */
final class Tally {

    final Map<String, Integer> kills = new LinkedHashMap<>();
    final List<Double> startSeconds = new ArrayList<>();
    final List<String> lost = new ArrayList<>();
    final List<String> differing = new ArrayList<>();
    final List<String> refused = new ArrayList<>();
    final List<String> autopsied = new ArrayList<>();
    long events;

    /** How many seconds the last start took. */
    double usualStart() {
        return startSeconds.isEmpty() ? 1 : startSeconds.getLast();
    }

    Map<String, Object> figures(Journal journal) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("kills", kills.values().stream().mapToInt(Integer::intValue).sum());
        kills.forEach((step, times) -> figures.put("  " + step, times));
        figures.put("commands acknowledged", journal.acknowledgements());
        figures.put("commands without an answer", journal.silences());
        figures.put("acknowledged and lost, doubled or half done", lost.size());
        figures.put("commands refused that should not be", refused.size());
        figures.put("read models that differed from their events", differing.size());
        figures.put("events at the end", events);
        figures.put("gaps, and differences to an independent fold", autopsied.size());
        if (!startSeconds.isEmpty()) {
            figures.put("seconds from start to readiness", seconds());
        }
        return figures;
    }

    private Spread seconds() {
        return Spread.of(startSeconds.stream().mapToDouble(Double::doubleValue).toArray());
    }

    List<String> violations() {
        List<String> all = new ArrayList<>(lost);
        all.addAll(refused);
        all.addAll(differing);
        all.addAll(autopsied);
        return all;
    }
}
