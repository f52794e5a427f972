package io.jiayou.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** An answer of the running system as a file, which is there whole or not at all. */
final class Download {

    private Download() {}

    static void to(Path file, RunningSystem system, String path) {
        Path draft = file.resolveSibling(file.getFileName() + ".unfinished");
        HttpResponse<InputStream> answer =
                system.send(system.request(path).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw RunningSystem.problem(
                        answer.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString(), null, "it exists already");
            }
            Files.deleteIfExists(draft);
            Files.copy(body, draft);
            Files.move(draft, file);
        } catch (IOException e) {
            throw new Failure(file + " can't be written: " + e.getMessage());
        }
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }
}
