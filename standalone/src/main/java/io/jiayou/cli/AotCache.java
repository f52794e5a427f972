package io.jiayou.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the JVM wrote down beside the jar when it was built (JEP 483): the classes that a start takes, loaded and linked, and
 * what it called how often. A start takes three fifths of the processor time by it. A JVM that can't use it, since it's
 * another one or runs with another layout of objects, does without; one whose heap has no room for what the cache puts there
 * ends instead.
 */
public final class AotCache {

    /** With which the cache was made: without one of them the JVM does without it, and says nothing. */
    private static final List<String> AS_WHEN_IT_WAS_MADE =
            List.of("-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED");

    private static final String OPTION = "-XX:AOTCache=";

    private static final long PATIENCE_SECONDS = 20;

    private AotCache() {}

    /**
     * The command of a JVM with the cache if it starts with it, else without.
     *
     * @param jvm what stands before the class path
     */
    static List<String> leftOutUnlessTaken(List<String> jvm, String classPath) {
        return jvm.stream().noneMatch(it -> it.startsWith(OPTION)) || starts(jvm, classPath)
                ? jvm
                : jvm.stream().filter(it -> !it.startsWith(OPTION)).toList();
    }

    /** Agents aren't asked along: one may wait for somebody, or have a port. With another class path the cache wouldn't be looked at. */
    private static boolean starts(List<String> jvm, String classPath) {
        List<String> command = new ArrayList<>(jvm);
        command.removeIf(it -> it.startsWith("-agent") || it.startsWith("-javaagent") || it.startsWith("-Xrun"));
        command.addAll(List.of("-cp", classPath, "-version"));
        try {
            Process tried = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return !tried.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || tried.exitValue() == 0;
            } finally {
                tried.destroyForcibly();
            }
        } catch (IOException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** The options by which a JVM uses it; where there is none, those that hold all the same. */
    public static List<String> options(String classPath) {
        List<String> options = new ArrayList<>(AS_WHEN_IT_WAS_MADE);
        Path cache = Path.of(classPath.replaceFirst("\\.jar$", ".aot"));
        if (classPath.endsWith(".jar") && Files.exists(cache)) {
            // Nobody needs to be told that it isn't used.
            options.addAll(List.of(OPTION + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
        }
        return options;
    }
}
