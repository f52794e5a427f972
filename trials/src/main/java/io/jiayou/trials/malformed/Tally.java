package io.jiayou.trials.malformed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What was answered. For many threads. */
final class Tally {

    /** More of them would only make the list longer. */
    private static final int SHOWN = 1_000;

    private final Set<String> succeeded = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();
    private int wrong;
    private int unanswered;

    /** @param fault what is wrong with the answer; empty if nothing is */
    synchronized void answered(String request, int status, String fault, String told) {
        statuses.merge(status, 1, Integer::sum);
        if (status < 400) {
            succeeded.add(request);
        }
        if (!fault.isEmpty()) {
            wrong++;
            keep(told + fault);
        }
    }

    /** Nobody knows whether such a request took effect. */
    synchronized void unanswered(String request, String told) {
        succeeded.add(request);
        unanswered++;
        keep("no answer: " + told);
    }

    private void keep(String violation) {
        if (violations.size() < SHOWN) {
            violations.add(violation);
        }
    }

    Set<String> succeeded() {
        return succeeded;
    }

    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    synchronized Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("answers of success", between(200, 399));
        figures.put("answers of refusal", between(400, 499));
        figures.put("answers of 5xx", between(500, 599));
        figures.put("answers by status", statuses.toString());
        figures.put("without an answer", unanswered);
        figures.put("5xx, insides shown, or no problem's details", wrong);
        return figures;
    }

    private int between(int from, int to) {
        return statuses.entrySet().stream()
                .filter(it -> it.getKey() >= from && it.getKey() <= to)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
