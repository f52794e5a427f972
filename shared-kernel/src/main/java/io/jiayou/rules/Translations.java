package io.jiayou.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What English texts are in Chinese: a line of English and, set in below it, the same in Chinese. Blank lines and those that
 * begin with {@code #} say nothing.
 */
public final class Translations {

    private static final String SET_IN = "    ";

    private Translations() {}

    /** Those of a name on the class path; each module may have one. */
    static Map<String, String> all(ClassLoader modules, String name) {
        Map<String, String> all = new LinkedHashMap<>();
        try {
            for (URL one : Collections.list(modules.getResources(name))) {
                try (InputStream content = one.openStream()) {
                    all.putAll(read(content));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** Those beside a class. */
    public static Map<String, String> beside(Class<?> type, String name) {
        try (InputStream content = type.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException("there is no " + name + " beside " + type);
            }
            return read(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> read(InputStream content) throws IOException {
        return read(new String(content.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList());
    }

    /** @throws IllegalStateException for an English line that stands twice */
    static Map<String, String> read(List<String> lines) {
        Map<String, String> pairs = new LinkedHashMap<>();
        String english = "";
        for (String line : lines) {
            if (line.startsWith(SET_IN)) {
                if (pairs.putIfAbsent(english, line.strip()) != null) {
                    throw new IllegalStateException("twice: " + english);
                }
            } else if (!line.isBlank() && !line.startsWith("#")) {
                english = line.strip();
            }
        }
        return pairs;
    }
}
