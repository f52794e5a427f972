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

    /** Of objects, with which the cache was made. */
    private static final String LAYOUT = "-XX:+UseCompactObjectHeaders";

    private AotCache() {}

    /** The options by which a JVM uses it; without it, of the layout alone. */
    public static List<String> options(String classPath) {
        List<String> options = new ArrayList<>(List.of(LAYOUT));
        Path cache = Path.of(classPath.replaceFirst("\\.jar$", ".aot"));
        if (classPath.endsWith(".jar") && Files.exists(cache)) {
            // Nobody needs to be told that it isn't used.
            options.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
        }
        return options;
    }
}
