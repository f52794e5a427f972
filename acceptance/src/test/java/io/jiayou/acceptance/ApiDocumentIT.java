package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.acceptance.contract.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** docs/openapi.json is the document of a system that has everything: what clients are generated from, and answers held against. */
class ApiDocumentIT {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    @Test
    void isWhatIsServed(@TempDir Path directory) throws IOException, InterruptedException {
        String data = directory.resolve("data").toString();
        String kit = directory.resolve("kit").toString();
        // so that there is a key of the log, which an archive needs
        Guarded.start(directory, "required").close();
        Jiayou.succeeds("backup", "init", "--to", directory.resolve("archive") + "", "--kit", kit, "--data", data);
        try (Guarded system = Guarded.start(directory, "required")) {
            JsonNode served = system.send(null, "GET", "/v3/api-docs", null).json();
            if (Boolean.getBoolean("jiayou.approve") && System.getenv("CI") == null) {
                Files.writeString(
                        Document.FILE, JSON.writeValueAsString(JSON.treeToValue(served, Object.class)) + "\n");
            }
            assertThat(Document.kept().root())
                    .as("docs/openapi.json; -Djiayou.approve=true writes it")
                    .isEqualTo(served);
        }
    }
}
