package io.jiayou.trials.prove;

import io.jiayou.cli.Progress;
import io.jiayou.trials.bench.Directories;
import io.jiayou.trials.siege.SiegeOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./jiayou prove}. */
@Command(
        name = "prove",
        description = "Put promises to the test. Exit status 0 only if they hold.",
        mixinStandardHelpOptions = true)
public final class Prove implements Callable<Integer> {

    private static final int SHOWN = 20;

    private final List<Proof> proofs;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description =
                    "kills, tampering, alarms, time-travel, restore, backup-tampering, tokens, sessions, malformed, extremes,"
                            + " erasure, backup-kills, full-disks, siege. Default: all.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--times", paramLabel = "N", description = "How often. Default: as often as the full proof takes.")
    private @Nullable Integer times;

    @Option(names = "--json", description = "Answer as one JSON document on standard output.")
    private boolean json;

    @Mixin
    private final SiegeOptions siege;

    /** @param siege what only the siege among them can be told */
    public Prove(List<Proof> proofs, SiegeOptions siege) {
        this.proofs = List.copyOf(proofs);
        this.siege = siege;
    }

    @Override
    public Integer call() throws Exception {
        if (siege.list()) {
            return 0;
        }
        if (times != null && times < 1) {
            throw wrong("--times: at least 1");
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (Proof proof : chosen()) {
            Verdict verdict = run(proof);
            verdicts.add(verdict);
            if (!json) {
                print(verdict);
            }
        }
        boolean allHold = verdicts.stream().allMatch(Verdict::holds);
        if (json) {
            System.out.println(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(Map.of("holds", allHold, "proofs", verdicts)));
        }
        return allHold ? 0 : 1;
    }

    private List<Proof> chosen() {
        for (String name : names) {
            if (proofs.stream().noneMatch(proof -> proof.name().equals(name))) {
                throw wrong("no proof is called " + name + "; there are "
                        + String.join(", ", proofs.stream().map(Proof::name).toList()));
            }
        }
        return proofs.stream()
                .filter(proof -> names.isEmpty() || names.contains(proof.name()))
                .toList();
    }

    private Verdict run(Proof proof) throws Exception {
        Path directory = Directories.create(proof.name());
        try (Progress progress = new Progress(proof.name(), !json)) {
            int wanted = times == null ? proof.fullTimes() : times;
            Verdict verdict = proof.run(directory, wanted, progress::at);
            if (verdict.holds()) {
                Directories.delete(directory);
            } else {
                System.err.println("jiayou: what it left is in " + directory);
            }
            return verdict;
        }
    }

    private static void print(Verdict verdict) {
        System.out.println(verdict.name() + (verdict.holds() ? ": holds" : ": BROKEN"));
        verdict.figures().forEach((what, figure) -> System.out.printf("  %-50s %s%n", what, figure));
        verdict.violations().stream().limit(SHOWN).forEach(violation -> System.out.println("  ! " + violation));
        if (verdict.violations().size() > SHOWN) {
            System.out.println("  … and " + (verdict.violations().size() - SHOWN) + " more");
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), what);
    }
}
