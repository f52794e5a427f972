package io.jiayou.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the JVM wrote down beside the jar when it was built (JEP 483): the classes that a start takes, loaded and linked, which
 * halves the start's processor time. A JVM that can't use it, since it's another one or runs with another layout of objects,
 * does without.
 */
public final class AotCache {

    /** With which the cache was made: without one of them the JVM does without it, and says nothing. */
    private static final List<String> AS_WHEN_IT_WAS_MADE =
            List.of("-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED");

    private AotCache() {}

    /** The options by which a JVM uses it; where there is none, those that hold all the same. */
    public static List<String> options(String classPath) {
        List<String> options = new ArrayList<>(AS_WHEN_IT_WAS_MADE);
        Path cache = Path.of(classPath.replaceFirst("\\.jar$", ".aot"));
        if (classPath.endsWith(".jar") && Files.exists(cache)) {
            // Nobody needs to be told that it isn't used.
            options.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
        }
        return options;
    }
}
