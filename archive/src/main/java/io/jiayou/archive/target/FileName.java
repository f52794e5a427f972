package io.jiayou.archive.target;

import java.util.regex.Pattern;

/** Names that mean the same on every target, and lead nowhere else. */
final class FileName {

    private static final Pattern SAFE = Pattern.compile("[a-z0-9][a-zA-Z0-9.-]*(?:/[a-zA-Z0-9][a-zA-Z0-9.-]*)*");

    private FileName() {}

    static String checked(String file) {
        if (!SAFE.matcher(file).matches()) {
            throw new IllegalArgumentException("not the name of an archive's file");
        }
        return file;
    }
}
