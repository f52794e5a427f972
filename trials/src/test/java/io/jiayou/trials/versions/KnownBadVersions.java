package io.jiayou.trials.versions;

import java.util.ArrayList;
import java.util.List;

/** The list in docs/known-bad-versions.txt. */
record KnownBadVersions(List<Entry> entries) {

    /** One line. */
    record Entry(String name, List<VersionRange> versions, String why) {}

    private static final int PARTS = 3;

    /** @throws IllegalArgumentException for a line that isn't an entry: it would watch over nothing */
    static KnownBadVersions parse(List<String> lines) {
        List<Entry> entries = new ArrayList<>();
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                entries.add(entry(line));
            }
        }
        return new KnownBadVersions(entries);
    }

    private static Entry entry(String line) {
        String[] parts = line.split("\\|", PARTS);
        if (parts.length < PARTS || !parts[0].strip().matches("[\\w.-]+:[\\w.-]+") || parts[2].isBlank()) {
            throw new IllegalArgumentException("no entry: " + line);
        }
        return new Entry(parts[0].strip(), VersionRange.all(parts[1].strip()), parts[2].strip());
    }

    /** Which of these are known to be bad, a line each. */
    List<String> among(List<Dependency> dependencies) {
        List<String> bad = new ArrayList<>();
        for (Dependency dependency : dependencies) {
            for (Entry entry : entries) {
                if (entry.name().equals(dependency.name())
                        && entry.versions().stream().anyMatch(range -> range.contains(dependency.version()))) {
                    bad.add(dependency.name() + " " + dependency.version() + ": " + entry.why());
                }
            }
        }
        return bad;
    }
}
