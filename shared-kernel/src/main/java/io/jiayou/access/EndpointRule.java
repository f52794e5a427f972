package io.jiayou.access;

import java.util.Arrays;
import java.util.List;

/**
 * Who may use an endpoint.
 *
 * @param always whether it holds also where {@code jiayou.access} is {@code open}
 * @param method of HTTP; GET stands for HEAD too
 * @param path in Spring's form of patterns
 * @param objects where the request names things that have owners; empty if it doesn't, or names them in its body: then
 *     the command's own rule asks for the owner
 * @param byCommand whether the command's rule asks for the owner
 */
public record EndpointRule(
        boolean always, String method, String path, List<Place> objects, boolean byCommand, Rights rights) {

    /**
     * A place in a request that holds an id.
     *
     * @param name of a variable in the path, or of a query parameter
     */
    public record Place(Kind kind, boolean parameter, String name) {

        static Place parse(String text) {
            String[] parts = text.split("=", 2);
            boolean parameter = parts[1].startsWith("?");
            return new Place(Kind.of(parts[0]), parameter, parameter ? parts[1].substring(1) : parts[1]);
        }
    }

    static EndpointRule parse(List<String> cells) {
        String objects = cells.get(3);
        boolean byCommand = objects.equals("command");
        EndpointRule rule = new EndpointRule(
                cells.get(0).equals("always"),
                cells.get(1),
                cells.get(2),
                byCommand || objects.equals("-") ? List.of() : places(objects),
                byCommand,
                Rights.parse(cells.get(4)));
        if (rule.rights.askForOwner() && rule.objects.isEmpty() && !byCommand) {
            throw new IllegalArgumentException(rule.path + " asks for an owner of nothing");
        }
        return rule;
    }

    private static List<Place> places(String text) {
        return Arrays.stream(text.split("\\s+")).map(Place::parse).toList();
    }

    /** Whether the caller may use it for something at least: for anything, or for what it names, if it names something. */
    public boolean letsIn(Caller caller) {
        return rights.allowAnything(caller) || (byCommand || !objects.isEmpty()) && rights.allowSomething(caller);
    }

    /** {@code GET /api/orders/{orderId}}. */
    public String name() {
        return method + " " + path;
    }
}
