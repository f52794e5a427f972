package io.jiayou.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which packages depend on themselves by a detour over others.
 *
 * @param uses the packages that each package's classes use
 */
record PackageCycles(Map<String, Set<String>> uses) {

    static PackageCycles of(Collection<JavaClass> all) {
        Map<String, Set<String>> uses = new TreeMap<>();
        Set<String> ours = new TreeSet<>();
        all.forEach(type -> ours.add(type.getPackageName()));
        for (JavaClass type : all) {
            Set<String> targets = uses.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getPackageName())
                    .filter(ours::contains)
                    .filter(target -> !target.equals(type.getPackageName()))
                    .forEach(targets::add);
        }
        return new PackageCycles(uses);
    }

    /** A shortest way from a package back to itself. */
    Optional<String> through(String start) {
        Map<String, String> reachedBy = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(Set.of(start));
        while (!open.isEmpty()) {
            String here = open.remove();
            for (String next : uses.getOrDefault(here, Set.of())) {
                if (next.equals(start)) {
                    return Optional.of(way(start, here, reachedBy));
                }
                if (reachedBy.putIfAbsent(next, here) == null) {
                    open.add(next);
                }
            }
        }
        return Optional.empty();
    }

    private static String way(String start, String last, Map<String, String> reachedBy) {
        StringBuilder way = new StringBuilder(start);
        for (String step = last; !step.equals(start); step = reachedBy.getOrDefault(step, start)) {
            way.insert(0, step + " -> ");
        }
        return way.insert(0, start + " -> ").toString();
    }
}
