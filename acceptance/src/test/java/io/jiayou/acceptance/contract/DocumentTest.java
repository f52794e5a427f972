package io.jiayou.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is asked of the document as such. */
class DocumentTest {

    private static final Path RELEASED =
            Path.of("src/test/resources/io/jiayou/acceptance/contract/openapi-released.json");
    private static final Path BREAKING = Path.of("src/test/resources/io/jiayou/acceptance/contract/breaking.txt");

    private final Document document = Document.kept();

    @Test
    void breaksNoClientOfTheLastReleaseUnlessItSaysSo() throws IOException {
        List<String> said = Files.readAllLines(BREAKING).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();

        assertThat(Breaks.between(Document.read(RELEASED), document))
                .as(
                        "what breaks a client of the document that is compared with stands in %s, with its reason in CHANGELOG.md",
                        BREAKING)
                .containsExactlyInAnyOrderElementsOf(said);
    }

    @Test
    void namesEachOperationOnce() {
        assertThat(document.operations())
                .extracting(
                        operation -> operation.described().path("operationId").asString(""))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][A-Za-z]+"));
    }

    @Test
    void saysOfEachOperationWhoMayAndWhatIsAnswered() {
        for (Document.Operation operation : document.operations()) {
            JsonNode described = operation.described();
            assertThat(described.has("security")).as(operation.name()).isTrue();
            List<String> statuses = new ArrayList<>(described.path("responses").propertyNames());
            assertThat(statuses)
                    .as(operation.name())
                    .contains("400", "403", "413", "415", "429", "431", "503")
                    .anyMatch(it -> it.startsWith("2"));
            boolean guarded = !described.path("security").isEmpty();
            boolean ofPasts = described.path("parameters").valueStream().anyMatch(it -> it.path("name")
                    .asString("")
                    .equals("past"));
            assertThat(statuses.contains("401"))
                    .as(operation.name())
                    .isEqualTo(guarded || ofPasts || operation.name().startsWith("POST /api/sessions"));
        }
    }

    /** Who tries an operation out would send those of filters along. */
    @Test
    void hasExamplesOfPathsAlone() {
        for (Document.Operation operation : document.operations()) {
            assertThat(operation.described().path("parameters"))
                    .as(operation.name())
                    .filteredOn(it -> !it.path("in").asString("").equals("path"))
                    .noneMatch(it -> it.has("example") || it.path("schema").has("example"));
        }
    }

    @Test
    void typesEveryContent() {
        for (Document.Operation operation : document.operations()) {
            operation.described().path("responses").properties().forEach(answer -> document.resolved(answer.getValue())
                    .path("content")
                    .propertyNames()
                    .forEach(type -> assertThat(type).as(operation.name()).doesNotContain("*")));
        }
    }

    /** A number has a unit or counts something, and of a word among several a reader has to know when it's said. */
    @Test
    void describesEachMemberThatIsANumberOrOneOfSeveralWords() {
        assertThat(members())
                .filteredOn(member ->
                        isNumber(member.schema()) || words(member.schema()).size() > 2)
                .allSatisfy(member ->
                        assertThat(member.description()).as(member.name()).isNotBlank());
    }

    @Test
    void saysOfEachWordWhatItMeansWhereItSaysItOfOne() {
        assertThat(members())
                .filteredOn(member -> member.description().contains("- `"))
                .hasSizeGreaterThan(20)
                .allSatisfy(member -> assertThat(words(member.schema()))
                        .as(member.name())
                        .isNotEmpty()
                        .allMatch(word -> member.description().contains("- `" + word + "`: ")));
    }

    private record Member(String name, JsonNode schema) {

        String description() {
            return schema.path("description").asString("");
        }
    }

    private List<Member> members() {
        List<Member> all = new ArrayList<>();
        document.root()
                .path("components")
                .path("schemas")
                .properties()
                .forEach(schema -> collect(schema.getKey(), schema.getValue(), all));
        return all;
    }

    private static void collect(String path, JsonNode schema, List<Member> all) {
        schema.path("properties").properties().forEach(property -> {
            Member member = new Member(path + "." + property.getKey(), property.getValue());
            all.add(member);
            collect(member.name(), member.schema(), all);
        });
        if (schema.has("items")) {
            collect(path + "[]", schema.path("items"), all);
        }
    }

    private static boolean isNumber(JsonNode schema) {
        JsonNode type = schema.path("type");
        return Stream.concat(Stream.of(type), type.valueStream())
                        .map(name -> name.asString(""))
                        .anyMatch(name -> name.equals("integer") || name.equals("number"))
                || schema.has("items") && isNumber(schema.path("items"));
    }

    private static List<String> words(JsonNode schema) {
        return schema.has("items")
                ? words(schema.path("items"))
                : schema.path("enum")
                        .valueStream()
                        .filter(JsonNode::isString)
                        .map(JsonNode::stringValue)
                        .toList();
    }

    @Test
    void requiresSomethingOfEachObjectThatIsAnswered() {
        document.root().path("components").path("schemas").properties().forEach(schema -> {
            if (schema.getValue().path("properties").size() > 0
                    && !schema.getValue().has("additionalProperties")) {
                assertThat(schema.getValue().path("required").isEmpty())
                        .as(schema.getKey())
                        .isFalse();
            }
        });
    }
}
