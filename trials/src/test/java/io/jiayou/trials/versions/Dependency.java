package io.jiayou.trials.versions;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A dependency as it was resolved: told by its place in a Maven repository. */
record Dependency(String group, String artifact, Version version) {

    private static final Pattern PLACE = Pattern.compile(".*/repository/(.+)/([^/]+)/([^/]+)/\\2-\\3[^/]*\\.jar");

    /** Those of a class path; our own modules are folders, or jars of a build, and none of them. */
    static List<Dependency> of(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator, -1))
                .map(Dependency::at)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<Dependency> at(String place) {
        Matcher found = PLACE.matcher(place.replace('\\', '/'));
        return found.matches()
                ? Optional.of(
                        new Dependency(found.group(1).replace('/', '.'), found.group(2), new Version(found.group(3))))
                : Optional.empty();
    }

    String name() {
        return group + ":" + artifact;
    }
}
