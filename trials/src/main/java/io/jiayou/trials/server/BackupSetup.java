package io.jiayou.trials.server;

import io.jiayou.transparency.KeyFile;
import io.jiayou.transparency.KeyType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sets archives up before a system has run, as {@code ./jiayou backup init} does it. */
public final class BackupSetup {

    private static final String ORIGIN = "jiayou.example/audit";

    private BackupSetup() {}

    /**
     * Makes the log's key, the archive's, and a recovery kit.
     *
     * @param data the data directory
     * @param kit the file that gets the recovery kit
     * @param addresses of the targets
     * @param environment of the process, besides this one's own
     */
    public static void init(Path data, Path kit, List<String> addresses, Map<String, String> environment)
            throws IOException, InterruptedException {
        KeyFile.open(data.resolve("audit"), "log", ORIGIN, KeyType.NOTE);
        List<String> init = new ArrayList<>(List.of("backup", "init", "--kit", kit + "", "--data", data + ""));
        addresses.forEach(address -> init.addAll(List.of("--to", address)));
        Command.succeed(environment, init.toArray(String[]::new));
    }
}
