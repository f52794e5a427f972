package io.jiayou.standalone;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A setting as its module describes it, in the format in which Spring's tools read such descriptions.
 *
 * @param usual what holds where nothing is set; null where that is nothing
 * @param reader which program reads it, in words
 */
record Setting(String name, @Nullable String usual, String description, String reader) {

    private static final String FILE = "src/main/resources/META-INF/additional-spring-configuration-metadata.json";

    static List<Setting> all() throws IOException {
        List<Setting> settings = new ArrayList<>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(Path.of(".."))) {
            for (Path module : modules) {
                Path described = module.resolve(FILE);
                if (Files.exists(described)) {
                    JsonNode file = JsonMapper.builder().build().readTree(Files.readString(described));
                    file.path("properties")
                            .forEach(it ->
                                    settings.add(of(it, module.getFileName().toString())));
                }
            }
        }
        return settings;
    }

    private static Setting of(JsonNode described, String module) {
        JsonNode usual = described.path("defaultValue");
        return new Setting(
                described.path("name").asString(""),
                usual.isMissingNode() ? null : usual.asString(""),
                described.path("description").asString(""),
                reader(module));
    }

    private static String reader(String module) {
        return switch (module) {
            case "command-side" -> "commands";
            case "query-side" -> "queries";
            case "standalone" -> "one process";
            default -> "both sides";
        };
    }
}
