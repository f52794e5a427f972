package io.jiayou.trials.bench;

import io.jiayou.cli.Progress;
import io.jiayou.trials.soak.SoakOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** {@code ./jiayou bench}. */
@Command(
        name = "bench",
        description = {
            "Measure speed, each time as the ratio of two things in turn in one run.",
            "Exit status 0 says that the measurement is valid, not that an aim was reached."
        },
        mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {

    private static final int FEWEST_PAIRS = 7;

    private final List<Benchmark> benchmarks;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description =
                    "commands, visibility, rebuild, memory, audit, history, past, access, archive, sizes; idle and"
                            + " soak. Default: all but the last two.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--pairs", paramLabel = "N", description = "Pairs of measurements, 7 or more. Default: 7.")
    private int pairs = FEWEST_PAIRS;

    @Option(names = "--json", description = "Answer as one JSON document on standard output.")
    private boolean json;

    @Mixin
    private final SoakOptions soak;

    /** @param soak what the soak among the benchmarks reads */
    public Bench(List<Benchmark> benchmarks, SoakOptions soak) {
        this.benchmarks = List.copyOf(benchmarks);
        this.soak = soak;
    }

    @Override
    public Integer call() throws Exception {
        if (pairs < FEWEST_PAIRS) {
            throw wrong("--pairs: fewer than " + FEWEST_PAIRS + " say nothing on a noisy machine");
        }
        Machine machine = Machine.here();
        List<Report> reports = new ArrayList<>();
        for (Benchmark benchmark : chosen()) {
            Report report = run(benchmark);
            reports.add(report);
            if (!json) {
                Printed.print(report, System.out);
            }
        }
        if (json) {
            System.out.println(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(new Answer(machine, reports)));
        } else {
            System.out.println(machine);
        }
        return 0;
    }

    private record Answer(Machine machine, List<Report> reports) {}

    private List<Benchmark> chosen() {
        for (String name : names) {
            if (benchmarks.stream().noneMatch(benchmark -> benchmark.name().equals(name))) {
                throw wrong("no benchmark is called " + name + "; there are "
                        + String.join(
                                ", ", benchmarks.stream().map(Benchmark::name).toList()));
            }
        }
        return benchmarks.stream()
                .filter(benchmark -> names.isEmpty() ? !benchmark.byNameOnly() : names.contains(benchmark.name()))
                .toList();
    }

    private Report run(Benchmark benchmark) throws Exception {
        Path directory = Directories.create(benchmark.name());
        try (Progress progress = new Progress(benchmark.name(), !json)) {
            return benchmark.run(directory, pairs, progress::at);
        } finally {
            Directories.delete(directory);
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(java.util.Objects.requireNonNull(spec).commandLine(), what);
    }
}
