package io.jiayou.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./jiayou stop}. */
@Command(name = "stop", description = "Stop the system in good order.", mixinStandardHelpOptions = true)
final class Stop implements Callable<Integer> {

    private static final long PATIENCE_SECONDS = 60;

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        ProcessFile file = ProcessFile.running(data.directory())
                .orElseThrow(() -> new Failure("nothing runs on " + data.directory()));
        ProcessHandle process = file.handle().orElseThrow();
        process.destroy();
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Failure("process " + file.pid() + " still runs after " + PATIENCE_SECONDS + " s");
        }
        ProcessFile.delete(data.directory());
        if (json.asked()) {
            json.print(Map.of("stopped", file.pid()));
        } else {
            System.out.println("stopped");
        }
        return 0;
    }
}
