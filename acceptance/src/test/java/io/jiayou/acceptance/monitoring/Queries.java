package io.jiayou.acceptance.monitoring;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which metrics a query in PromQL names. */
final class Queries {

    private static final Pattern TEXTS = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern NOT_NAMES =
            Pattern.compile("\\{[^}]*}|\\[[^]]*]|\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("(?<![\\w:$.])[A-Za-z_:][\\w:]*+(?!\\s*\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");
    private static final Pattern VALUES = Pattern.compile("label_values\\((\\w+)\\s*,.*\\)");

    private Queries() {}

    static Set<String> metricsOf(String query) {
        var values = VALUES.matcher(query);
        if (values.matches()) {
            return Set.of(values.group(1));
        }
        String bare = NOT_NAMES.matcher(TEXTS.matcher(query).replaceAll("")).replaceAll(" ");
        return NAME.matcher(bare)
                .results()
                .map(found -> found.group())
                .filter(name -> !WORDS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
