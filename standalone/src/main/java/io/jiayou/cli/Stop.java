package io.jiayou.cli;

import io.jiayou.recovery.Unarchived;
import io.jiayou.standalone.OwnDirectory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./jiayou stop}. */
@Command(name = "stop", description = "Stop the system in good order.", mixinStandardHelpOptions = true)
final class Stop implements Callable<Integer> {

    /** Longer than requests, tasks and stores may take to end, one after the other, when all of them hang. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException {
        new OwnDirectory(data.directory()).expectOfThisUser();
        ProcessFile file = data.process();
        ProcessHandle process = file.handle().orElseThrow();
        process.destroy();
        if (!file.endsWithin(PATIENCE)) {
            throw new Failure("process {0} still runs after {1}", Long.toString(file.pid()), PATIENCE);
        }
        file.delete(data.directory());
        report(file, archived());
        return 0;
    }

    /** It is stopped, whatever can't be told of its archives. */
    private List<Unarchived> archived() {
        try {
            return Unarchived.in(data.directory());
        } catch (IOException | RuntimeException e) {
            Say.warning("it can't be told how the archives are: {0}", Reason.of(e));
            return List.of();
        }
    }

    private void report(ProcessFile file, List<Unarchived> archives) {
        if (json.asked()) {
            json.print(Map.of("stopped", file.pid(), "archives", archives));
            return;
        }
        Say.line("stopped");
        for (Unarchived archive : archives) {
            if (archive.events() == 0) {
                Say.line("the archive {0} has everything", archive.target());
            } else {
                Say.line(
                        "the archive {0} lacks {1} of the newest events: what is missing follows after the next start,"
                                + " or with {2}",
                        archive.target(), archive.events(), data.command("backup now"));
            }
        }
    }
}
