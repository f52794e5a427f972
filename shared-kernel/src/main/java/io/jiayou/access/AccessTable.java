package io.jiayou.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one table of rights: who may use which endpoint, who may send which command. It stands in {@code endpoints.txt} and
 * {@code commands.txt} beside this class; what isn't in it is forbidden.
 */
public final class AccessTable {

    private static final int ENDPOINT_CELLS = 5;
    private static final int COMMAND_CELLS = 2;
    private static final AccessTable SHIPPED = new AccessTable();

    private final List<EndpointRule> endpoints;
    private final Map<String, Rights> commands;

    private AccessTable() {
        endpoints = lines("endpoints.txt", ENDPOINT_CELLS).stream()
                .map(EndpointRule::parse)
                .toList();
        Map<String, Rights> byName = new LinkedHashMap<>();
        for (List<String> cells : lines("commands.txt", COMMAND_CELLS)) {
            if (byName.put(cells.getFirst(), Rights.parse(cells.getLast())) != null) {
                throw new IllegalStateException(cells.getFirst() + " has two rules");
            }
        }
        commands = Collections.unmodifiableMap(byName);
    }

    public static AccessTable shipped() {
        return SHIPPED;
    }

    public List<EndpointRule> endpoints() {
        return endpoints;
    }

    /** Rights by the simple names of commands. */
    public Map<String, Rights> commands() {
        return commands;
    }

    /** Whether a scope lets a program do something to things that can be a station's, so that a key for it can be of one station. */
    public boolean isOfThings(Scope scope) {
        return endpoints.stream()
                .filter(rule -> !rule.objects().isEmpty())
                .flatMap(rule -> rule.rights().rights().stream())
                .anyMatch(right -> right.scope() == scope);
    }

    /** Who may send a command; none if no rule says so, and then nobody may. */
    public @Nullable Rights of(Class<?> command) {
        return commands.get(command.getSimpleName());
    }

    private static List<List<String>> lines(String file, int cells) {
        try (InputStream in = Objects.requireNonNull(AccessTable.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> cells(line, cells))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line, int expected) {
        List<String> cells =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        if (cells.size() != expected || cells.contains("")) {
            throw new IllegalStateException("a rule has " + expected + " cells: " + line);
        }
        return cells;
    }
}
