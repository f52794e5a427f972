package io.jiayou.acceptance.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The changes between two documents that break a client of the earlier one: something it sends isn't taken any more, or something
 * it reads isn't there or is something else.
 */
final class Breaks {

    private final Document before;
    private final Document now;
    private final List<String> found = new ArrayList<>();
    private final Set<String> compared = new HashSet<>();

    private Breaks(Document before, Document now) {
        this.before = before;
        this.now = now;
    }

    static List<String> between(Document before, Document now) {
        Breaks breaks = new Breaks(before, now);
        before.operations().forEach(breaks::compare);
        return breaks.found;
    }

    private void compare(Document.Operation earlier) {
        JsonNode today = now.root().at(Document.pointer("paths", earlier.path(), earlier.method()));
        String name = earlier.name();
        if (today.isMissingNode()) {
            found.add(name + " is gone");
            return;
        }
        compareParameters(name, earlier.described().path("parameters"), today.path("parameters"));
        compareBodies(name, earlier.described(), today);
        earlier.described().path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .forEach(answer -> compareAnswers(
                        name + " " + answer.getKey(),
                        before.resolved(answer.getValue()),
                        now.resolved(today.path("responses").path(answer.getKey()))));
    }

    private void compareParameters(String operation, JsonNode earlier, JsonNode today) {
        for (JsonNode parameter : earlier) {
            named(today, parameter)
                    .ifPresentOrElse(
                            it -> sent(
                                    operation + " " + parameter.path("name").stringValue(),
                                    parameter.path("schema"),
                                    it.path("schema")),
                            () -> found.add(operation + " takes no "
                                    + parameter.path("name").stringValue()));
        }
        for (JsonNode parameter : today) {
            boolean wasAsked = named(earlier, parameter)
                    .filter(it -> it.path("required").asBoolean(false))
                    .isPresent();
            if (parameter.path("required").asBoolean(false) && !wasAsked) {
                found.add(operation + " must be given " + parameter.path("name").stringValue());
            }
        }
    }

    private static java.util.Optional<JsonNode> named(JsonNode parameters, JsonNode like) {
        return parameters
                .valueStream()
                .filter(it -> it.path("name").equals(like.path("name"))
                        && it.path("in").equals(like.path("in")))
                .findFirst();
    }

    private void compareBodies(String operation, JsonNode earlier, JsonNode today) {
        earlier.path("requestBody").path("content").properties().forEach(content -> {
            JsonNode schema = today.path("requestBody")
                    .path("content")
                    .path(content.getKey())
                    .path("schema");
            if (schema.isMissingNode()) {
                found.add(operation + " takes no " + content.getKey());
            } else {
                sent(operation, content.getValue().path("schema"), schema);
            }
        });
    }

    private void compareAnswers(String answer, JsonNode earlier, JsonNode today) {
        earlier.path("content").properties().forEach(content -> {
            JsonNode schema = today.path("content").path(content.getKey()).path("schema");
            if (schema.isMissingNode()) {
                found.add(answer + " is no " + content.getKey());
            } else {
                read(answer, content.getValue().path("schema"), schema);
            }
        });
    }

    /** What a client sends: nothing more may be asked for, and nothing be refused that was taken. */
    private void sent(String place, JsonNode earlier, JsonNode today) {
        walk(place, "sent", earlier, today, this::sent, (was, is) -> {
            strings(is.path("required")).stream()
                    .filter(name -> !strings(was.path("required")).contains(name))
                    .forEach(name -> found.add(place + "." + name + " must be given"));
            if (is.has("enum")) {
                strings(was.path("enum")).stream()
                        .filter(value -> !strings(is.path("enum")).contains(value))
                        .forEach(value -> found.add(place + " can't be " + value));
            }
            if (!strings(is.path("type")).containsAll(strings(was.path("type")))) {
                found.add(place + " was " + was.path("type") + " and is " + is.path("type"));
            }
        });
    }

    /** What a client reads: nothing may be missing that was there, and nothing be of another type. */
    private void read(String place, JsonNode earlier, JsonNode today) {
        walk(place, "read", earlier, today, this::read, (was, is) -> {
            strings(was.path("required")).stream()
                    .filter(name -> !strings(is.path("required")).contains(name))
                    .forEach(name -> found.add(place + "." + name + " may be absent"));
            if (!strings(was.path("type")).containsAll(strings(is.path("type")))) {
                found.add(place + " was " + was.path("type") + " and is " + is.path("type"));
            }
        });
    }

    @FunctionalInterface
    private interface Comparison {
        void of(String place, JsonNode earlier, JsonNode today);
    }

    private void walk(
            String place,
            String way,
            JsonNode earlier,
            JsonNode today,
            Comparison deeper,
            java.util.function.BiConsumer<JsonNode, JsonNode> here) {
        JsonNode was = before.resolved(earlier);
        JsonNode is = now.resolved(today);
        // types may hold themselves
        if (earlier.has("$ref") && !compared.add(way + earlier.path("$ref") + today.path("$ref"))) {
            return;
        }
        here.accept(was, is);
        was.path("properties").properties().forEach(member -> {
            JsonNode same = is.path("properties").path(member.getKey());
            if (same.isMissingNode()) {
                found.add(place + "." + member.getKey() + " is gone");
            } else {
                deeper.of(place + "." + member.getKey(), member.getValue(), same);
            }
        });
        if (was.has("items") && is.has("items")) {
            deeper.of(place + "[]", was.path("items"), is.path("items"));
        }
    }

    private static Set<String> strings(JsonNode node) {
        return node.isArray()
                ? node.valueStream().map(JsonNode::asString).collect(Collectors.toSet())
                : node.isString() ? Set.of(node.stringValue()) : Set.of();
    }
}
