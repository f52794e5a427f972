package io.jiayou.cli;

import io.jiayou.archive.seal.AgeIdentity;
import io.jiayou.recovery.RecoveryKit;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code ./jiayou backup kit}. */
@Command(
        name = "kit",
        description = {
            "Make a recovery kit for a system that has no data directory here, such as the node of a"
                    + " compose file: first the identity, whose recipient the node is told of; then, once it"
                    + " archives, the keys to believe.",
            "Repeating it adds the keys that a kit doesn't name yet, so also after a key was exchanged."
        },
        mixinStandardHelpOptions = true)
final class BackupKit implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The kit. A file that isn't there yet is made with a new identity.")
    private Path kit = Path.of("recovery-kit.txt");

    @Option(
            names = "--of",
            paramLabel = "URL",
            description = "Take the keys to believe from the system that serves there; JIAYOU_TOKEN holds a token of"
                    + " operations or of an auditor. Use a way that you trust.")
    private @Nullable URI system;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException {
        // asked first: a kit that lacks what was asked for would be taken for one
        JsonNode backups = system == null ? null : asked(system);
        if (!Files.exists(kit)) {
            RecoveryKit.make(kit, Instant.now());
        }
        if (backups != null) {
            RecoveryKit.believe(kit, texts(backups.path("archiveKeys")), texts(backups.path("logKeys")));
        }
        report(read(kit));
        return 0;
    }

    private static JsonNode asked(URI address) {
        RunningSystem asked = RunningSystem.at(address);
        if (asked.bearer().isEmpty()) {
            throw new Failure(
                    "--of needs JIAYOU_TOKEN in the environment: a token of operations or of an auditor of {0}",
                    asked.address());
        }
        return asked.get("/api/backups");
    }

    private static RecoveryKit read(Path file) throws IOException {
        try {
            return RecoveryKit.read(file);
        } catch (IllegalArgumentException e) {
            throw Failure.inWordsOf(file + ": " + e.getMessage());
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString("")));
        return texts;
    }

    private void report(RecoveryKit read) {
        List<String> recipients = read.identities().stream()
                .map(AgeIdentity::recipient)
                .map(Object::toString)
                .toList();
        if (json.asked()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("recipients", recipients);
            answer.put("archiveKeys", read.archiveKeys());
            answer.put("logKeys", read.logKeys());
            json.print(answer);
            return;
        }
        recipients.forEach(recipient -> Say.line("recipient {0}", recipient));
        read.archiveKeys().forEach(key -> Say.line("archive key {0}", key));
        read.logKeys().forEach(key -> Say.line("log key {0}", key));
        if (read.archiveKeys().isEmpty()) {
            Say.line("It believes nobody yet: once the system archives to this recipient, --of URL adds its keys.");
        }
    }
}
