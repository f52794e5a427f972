package io.jiayou.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class BreaksTest {

    private static final String DOCUMENT = """
            {"paths": {"/api/orders/{id}": {"post": {
              "parameters": [{"name": "dry", "in": "query", "schema": {"type": "boolean"}}],
              "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Wanted"}}}},
              "responses": {"201": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Made"}}}}}}}},
             "components": {"schemas": {
               "Wanted": {"type": "object", "required": ["grade"], "properties": {
                 "grade": {"type": "string", "enum": ["92#", "95#"]}, "note": {"type": ["string", "null"]}}},
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
                "\"integer\"|\"string\"|POST /api/orders/{id} 201.lines[] was \"integer\" and is \"string\"",
            })
    void areWhatAClientOfTheEarlierOneCantLiveWith(String before, String now, String said) {
        assertThat(Breaks.between(document(DOCUMENT), document(DOCUMENT.replace(before, now))))
                .contains(said);
    }

    @Test
    void moreToReadOrToSendIsNone() {
        String more = DOCUMENT.replace("\"lines\"", "\"more\": {\"type\": \"string\"}, \"lines\"")
                .replace("[\"92#\", \"95#\"]", "[\"92#\", \"95#\", \"98#\"]")
                .replace("\"id\": {\"type\": \"string\"}", "\"id\": {\"type\": \"string\", \"enum\": [\"a\"]}");

        assertThat(Breaks.between(document(DOCUMENT), document(more))).isEmpty();
    }
}
