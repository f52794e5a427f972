package io.jiayou.cli;

import io.jiayou.transparency.Cosigner;
import io.jiayou.transparency.KeyFile;
import io.jiayou.transparency.KeyType;
import io.jiayou.transparency.NoteVerifier;
import io.jiayou.transparency.TrustedLog;
import io.jiayou.transparency.Witness;
import io.jiayou.transparency.WitnessAddress;
import io.jiayou.transparency.WitnessServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./jiayou witness}. */
@Command(
        name = "witness",
        description = {
            "Cosign the checkpoints of logs, as long as each continues the last (C2SP tlog-witness).",
            "Stays in front until it is ended. Run it where whoever runs the log can't reach."
        },
        mixinStandardHelpOptions = true)
final class RunWitness implements Callable<Integer> {

    @Option(names = "--dir", paramLabel = "DIR", required = true, description = "Its key, and what it has seen.")
    private @Nullable Path directory;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The name of a new key, such as example.com/w1. Default: jiayou.example/witness.")
    private String name = "jiayou.example/witness";

    @Option(names = "--log", paramLabel = "VKEY", required = true, description = "A log's verifier key; repeatable.")
    private List<String> logs = new ArrayList<>();

    @Option(names = "--port", paramLabel = "N", description = "The port on 127.0.0.1. Default: 9090.")
    private int port = 9090;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path kept = Objects.requireNonNull(directory);
        Cosigner cosigner = Cosigner.of(KeyFile.open(kept, "witness", name, KeyType.COSIGNATURE));
        List<TrustedLog> trusted = logs.stream().map(RunWitness::log).toList();
        Witness witness = Witness.open(kept.resolve("seen"), cosigner, trusted, Clock.systemUTC());
        CountDownLatch ended = new CountDownLatch(1);
        try (WitnessServer server = WitnessServer.start(witness, port)) {
            Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown));
            System.out.println(new WitnessAddress(cosigner.verifier(), Optional.of(server.uri())).text());
            ended.await();
            return 0;
        }
    }

    private static TrustedLog log(String vkey) {
        NoteVerifier verifier = NoteVerifier.parse(vkey.strip());
        return new TrustedLog(verifier.key().name(), List.of(verifier));
    }
}
