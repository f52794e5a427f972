package io.jiayou.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of periodic tasks in the documentation. */
final class TaskTable {

    private static final Pattern ROW = Pattern.compile("\\| `([A-Za-z-]+)` \\| ([^|]+) \\| [^|]+ \\| [^|]+ \\|");
    private static final String HEAD = "| Task | When | Where | |";

    private TaskTable() {}

    /** When each task is due, by its name. */
    static Map<String, String> read() throws IOException {
        String operations = Files.readString(Path.of("..", "docs", "operations.md"));
        return operations
                .substring(operations.indexOf(HEAD))
                .lines()
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
    }
}
