package io.jiayou.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class BreaksTest {

    private static final String DOCUMENT = """
            {"paths": {"/api/orders/{id}": {"post": {
              "security": [{"token": ["agent"]}],
              "parameters": [{"name": "dry", "in": "query", "schema": {"type": "boolean"}}],
              "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Wanted"}}}},
              "responses": {"204": {}, "201": {"headers": {"Location": {}}, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Made"}}}}}}}},
             "components": {"schemas": {
               "Wanted": {"type": "object", "required": ["grade"], "properties": {
                 "grade": {"type": "string", "enum": ["92#", "95#"]}, "note": {"type": ["string", "null"]},
                 "kind": {"type": "string", "minLength": 1, "maxLength": 64},
                 "place": {"anyOf": [{"type": "object", "properties": {"x": {"type": "integer"}}}, {"type": "null"}]}}},
               "Made": {"type": "object", "required": ["id"], "properties": {
                 "id": {"type": "string"}, "lines": {"type": "array", "items": {"type": "integer"}}}}}}}""";

    private static Document document(String json) {
        return new Document(JsonMapper.shared().readTree(json));
    }

    @Test
    void areNoneWithoutAChange() {
        assertThat(Breaks.between(document(DOCUMENT), document(DOCUMENT))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"/api/orders/{id}\"|\"/api/sales/{id}\"|POST /api/orders/{id} is gone",
                "\"dry\"|\"test\"|POST /api/orders/{id} takes no dry",
                "\"in\": \"query\", \"schema\"|\"in\": \"query\", \"required\": true, \"schema\"|POST /api/orders/{id} must be given dry",
                "\"required\": [\"grade\"]|\"required\": [\"grade\", \"note\"]|POST /api/orders/{id}.note must be given",
                "[\"92#\", \"95#\"]|[\"95#\"]|POST /api/orders/{id}.grade can't be 92#",
                "[\"string\", \"null\"]|\"string\"|POST /api/orders/{id}.note was [\"string\",\"null\"] and is \"string\"",
                "\"201\"|\"202\"|POST /api/orders/{id} 201 is no application/json",
                "\"required\": [\"id\"]|\"required\": []|POST /api/orders/{id} 201.id may be absent",
                "\"lines\"|\"rows\"|POST /api/orders/{id} 201.lines is gone",
                "\"id\": {\"type\": \"string\"}|\"id\": {}|POST /api/orders/{id} 201.id was \"string\" and is anything",
                "{\"type\": \"boolean\"}|{\"type\": \"boolean\", \"enum\": [true]}|POST /api/orders/{id} dry is held to enum [true]",
                "[\"string\", \"null\"]|[\"string\", \"null\"], \"pattern\": \"a\"|POST /api/orders/{id}.note is held to pattern \"a\"",
                "[\"string\", \"null\"]|[\"string\", \"null\"], \"maxLength\": 9|POST /api/orders/{id}.note is held to maxLength 9",
                "\"maxLength\": 64|\"maxLength\": 32|POST /api/orders/{id}.kind is held to maxLength 32",
                "\"minLength\": 1|\"minLength\": 2|POST /api/orders/{id}.kind is held to minLength 2",
                "\"requestBody\": {|\"requestBody\": {\"required\": true, |POST /api/orders/{id} must be given a body",
                "{\"x\": {\"type\": \"integer\"}}|{}|POST /api/orders/{id}.place.x is gone",
                "\"Location\"|\"Where\"|POST /api/orders/{id} 201 has no Location",
                "[{\"token\": [\"agent\"]}]|[{\"token\": [\"auditor\"]}]|POST /api/orders/{id} isn't for {\"token\":[\"agent\"]}",
                "\"204\"|\"205\"|POST /api/orders/{id} 204 is no answer",
                "\"items\": {\"type\": \"integer\"}|\"items\": {\"type\": \"string\"}|POST /api/orders/{id} 201.lines[] was \"integer\" and is \"string\"",
            })
    void areWhatAClientOfTheEarlierOneCantLiveWith(String before, String now, String said) {
        assertThat(Breaks.between(document(DOCUMENT), document(DOCUMENT.replace(before, now))))
                .contains(said);
    }

    @Test
    void moreToReadOrToSendIsNone() {
        String more = DOCUMENT.replace("\"lines\"", "\"more\": {\"type\": \"string\"}, \"lines\"")
                .replace("[\"92#\", \"95#\"]", "[\"92#\", \"95#\", \"98#\"]")
                .replace("\"maxLength\": 64", "\"maxLength\": 128")
                .replace("[{\"token\": [\"agent\"]}]", "[]")
                .replace("\"id\": {\"type\": \"string\"}", "\"id\": {\"type\": \"string\", \"enum\": [\"a\"]}");

        assertThat(Breaks.between(document(DOCUMENT), document(more))).isEmpty();
    }
}
