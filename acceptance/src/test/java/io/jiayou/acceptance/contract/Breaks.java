package io.jiayou.acceptance.contract;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The changes between two documents that break a client of the earlier one: something it sends isn't taken any more, or something
 * it reads isn't there or is something else.
 */
final class Breaks {

    /** What a schema holds a value to, in no order. */
    private static final List<String> HOLDING =
            List.of("enum", "pattern", "if", "then", "else", "not", "const", "oneOf", "allOf", "additionalProperties");

    private static final List<String> MOST = List.of("maxLength", "maximum", "maxItems");
    private static final List<String> LEAST = List.of("minLength", "minimum", "minItems");

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
        compareRights(name, earlier.described().path("security"), today.path("security"));
        earlier.described().path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .forEach(answer -> compareAnswers(
                        name + " " + answer.getKey(),
                        before.resolved(answer.getValue()),
                        now.resolved(today.path("responses").path(answer.getKey()))));
    }

    /** None at all is everybody's. */
    private void compareRights(String operation, JsonNode earlier, JsonNode today) {
        List<JsonNode> may = today.valueStream().toList();
        if (earlier.isEmpty() && !may.isEmpty()) {
            found.add(operation + " isn't for everybody");
        }
        earlier.forEach(right -> {
            if (!may.isEmpty() && !may.contains(right)) {
                found.add(operation + " isn't for " + right);
            }
        });
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

    private static Optional<JsonNode> named(JsonNode parameters, JsonNode like) {
        return parameters
                .valueStream()
                .filter(it -> it.path("name").equals(like.path("name"))
                        && it.path("in").equals(like.path("in")))
                .findFirst();
    }

    private void compareBodies(String operation, JsonNode earlier, JsonNode today) {
        if (today.at("/requestBody/required").asBoolean(false)
                && !earlier.at("/requestBody/required").asBoolean(false)) {
            found.add(operation + " must be given a body");
        }
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
        if (today.isMissingNode()) {
            found.add(answer + " is no answer");
        }
        earlier.path("headers").propertyNames().stream()
                .filter(header -> !today.path("headers").has(header))
                .forEach(header -> found.add(answer + " has no " + header));
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
            if (is.has("enum") && was.has("enum")) {
                strings(was.path("enum")).stream()
                        .filter(value -> !strings(is.path("enum")).contains(value))
                        .forEach(value -> found.add(place + " can't be " + value));
            }
            if (is.has("type")
                    && (!was.has("type") || !strings(is.path("type")).containsAll(strings(was.path("type"))))) {
                found.add(place + " was " + type(was) + " and is " + type(is));
            }
            Stream.of(
                            HOLDING.stream().filter(it -> !is.path(it).equals(was.path(it))),
                            MOST.stream()
                                    .filter(it -> is.path(it).asDouble(POSITIVE_INFINITY)
                                            < was.path(it).asDouble(POSITIVE_INFINITY)),
                            LEAST.stream()
                                    .filter(it -> is.path(it).asDouble(NEGATIVE_INFINITY)
                                            > was.path(it).asDouble(NEGATIVE_INFINITY)))
                    .flatMap(Function.identity())
                    .filter(is::has)
                    .filter(it -> !it.equals("enum") || !was.has(it))
                    .forEach(it -> found.add(place + " is held to " + it + " " + is.path(it)));
        });
    }

    /** What a client reads: nothing may be missing that was there, and nothing be of another type. */
    private void read(String place, JsonNode earlier, JsonNode today) {
        walk(place, "read", earlier, today, this::read, (was, is) -> {
            strings(was.path("required")).stream()
                    .filter(name -> !strings(is.path("required")).contains(name))
                    .forEach(name -> found.add(place + "." + name + " may be absent"));
            if (was.has("type")
                    && (!is.has("type") || !strings(was.path("type")).containsAll(strings(is.path("type"))))) {
                found.add(place + " was " + type(was) + " and is " + type(is));
            }
        });
    }

    private static String type(JsonNode schema) {
        return schema.has("type") ? schema.path("type").toString() : "anything";
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
            BiConsumer<JsonNode, JsonNode> here) {
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
        for (int n = 0; n < was.path("anyOf").size(); n++) {
            if (is.path("anyOf").has(n)) {
                deeper.of(place, was.path("anyOf").get(n), is.path("anyOf").get(n));
            } else {
                found.add(place + " has fewer forms");
            }
        }
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
