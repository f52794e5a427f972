package io.jiayou.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Collectors;

/** An answer of the running system as a file, which is there whole or not at all. */
final class Download {

    private Download() {}

    /** @throws Failure if the file is there already, before anything is asked */
    static void to(Path file, RunningSystem system, String path) {
        if (Files.exists(file)) {
            throw new Failure("{0} exists already: name another file", file);
        }
        download(file, system, path);
    }

    /** The same, in place of a file that may be there. */
    static void replacing(Path file, RunningSystem system, String path) {
        download(file, system, path, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void download(Path file, RunningSystem system, String path, CopyOption... how) {
        Path draft = file.resolveSibling(file.getFileName() + ".unfinished");
        HttpResponse<InputStream> answer =
                system.send(system.request(path).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw RunningSystem.problem(
                        answer.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
            Files.copy(body, draft, StandardCopyOption.REPLACE_EXISTING);
            Files.move(draft, file, how);
        } catch (IOException e) {
            throw new Failure("{0} can't be written: {1}", file, Reason.of(e));
        }
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }
}
