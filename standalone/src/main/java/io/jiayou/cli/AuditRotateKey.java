package io.jiayou.cli;

import io.jiayou.audit.log.KeyRotation;
import io.jiayou.rules.Detail;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./jiayou audit rotate-key}. */
@Command(
        name = "rotate-key",
        description = {
            "Make a new key for the log, while the system is stopped.",
            "The next checkpoint is signed by both keys, those after it by the new one, which is printed:"
                    + " give it to whoever verifies."
        },
        mixinStandardHelpOptions = true)
final class AuditRotateKey implements Callable<Integer> {

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "The log's directory, where it isn't audit in the data directory.")
    private @Nullable Path directory;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() throws IOException {
        data.expectStopped(Detail.of("signs"));
        System.out.println(
                KeyRotation.rotate(directory == null ? data.directory().resolve("audit") : directory));
        return 0;
    }
}
