package io.jiayou.cli;

import io.jiayou.privacy.MasterKeyFile;
import io.jiayou.privacy.MasterKeys;
import io.jiayou.privacy.MongoKeyStore;
import io.jiayou.privacy.PersonKeys;
import io.jiayou.rules.Detail;
import io.jiayou.standalone.EmbeddedKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./jiayou keys rotate}. */
@Command(
        name = "rotate",
        description = {
            "Wrap the keys of all persons by a new master key, while the system is stopped.",
            "No event is rewritten. An interrupted rotation goes on with the same command. Where"
                    + " JIAYOU_MASTER_KEY is set, put the new key before the old one first, with a comma between;"
                    + " afterwards the old one can go."
        },
        mixinStandardHelpOptions = true)
final class RotateMasterKey implements Callable<Integer> {

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException {
        Path directory = data.directory();
        data.expectStopped(Detail.of("uses its keys"));
        String given = environment("JIAYOU_MASTER_KEY");
        int rewrapped = given.isEmpty() ? withFile(directory) : rewrapped(directory, given);
        if (json.asked()) {
            json.print(Map.of("rewrapped", rewrapped));
        } else {
            Say.line("{0} keys of persons are wrapped by the new master key", rewrapped);
            if (given.isEmpty()) {
                Say.line(
                        "Copies of the old master key open nothing from now on: keep a copy of {0}, apart from the"
                                + " backups.",
                        EmbeddedKeys.masterKeys(directory).file());
            } else {
                Say.line("The old master key can go from JIAYOU_MASTER_KEY; keep a copy of the new one, apart from the"
                        + " backups.");
            }
        }
        return 0;
    }

    private static int withFile(Path directory) throws IOException {
        MasterKeyFile file = EmbeddedKeys.masterKeys(directory);
        if (!Files.exists(file.file())) {
            throw new Failure("there is no master key in {0}", directory);
        }
        file.addNew();
        int rewrapped = rewrapped(directory, file.readOrMake());
        file.keepNewest();
        return rewrapped;
    }

    private static int rewrapped(Path directory, String masterKeys) {
        String uri = environment("JIAYOU_IDENTITY_MONGODB_URI");
        MasterKeys wrapping = MasterKeys.of(masterKeys);
        if (!uri.isEmpty()) {
            try (MongoKeyStore store = new MongoKeyStore(uri)) {
                return new PersonKeys(store, wrapping, Duration.ZERO).rewrap();
            }
        }
        try (EmbeddedKeys store = EmbeddedKeys.open(directory)) {
            return new PersonKeys(store, wrapping, Duration.ZERO).rewrap();
        }
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        return value == null ? "" : value.strip();
    }
}
