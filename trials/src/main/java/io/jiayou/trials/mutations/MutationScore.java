package io.jiayou.trials.mutations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sums up what PIT reported of each module: {@code MutationScore ROOT PERCENT}. Lists who survived, class by class, and
 * ends with 1 if fewer than so many percent were noticed or one of them isn't explained in docs/mutation.md.
 */
public final class MutationScore {

    private static final Path REPORT = Path.of("target", "mutation", "mutations.xml");
    private static final Path EXPLANATIONS = Path.of("docs", "mutation.md");

    private final List<String> lines = new ArrayList<>();
    private boolean good;

    private MutationScore() {}

    public static void main(String[] arguments) throws IOException {
        MutationScore score = of(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        score.lines.forEach(System.out::println);
        System.exit(score.good ? 0 : 1);
    }

    /**
     * @param root of the repository
     * @param percent how many have to be noticed
     * @throws IOException if a report or the explanations can't be read
     */
    static MutationScore of(Path root, int percent) throws IOException {
        MutationScore score = new MutationScore();
        List<Mutant> all = score.reported(root);
        List<Mutant> survivors =
                all.stream().filter(mutant -> !mutant.noticed()).toList();
        boolean enough = !all.isEmpty() && survivors.size() * 100L <= all.size() * (100L - percent);
        boolean explained = score.list(survivors, Files.readString(root.resolve(EXPLANATIONS)));
        score.lines.add(sum("In all", all) + (enough ? "" : ", which is less than " + percent + " %"));
        score.good = enough && explained;
        return score;
    }

    /** What is printed, line by line. */
    List<String> lines() {
        return lines;
    }

    boolean isGood() {
        return good;
    }

    private List<Mutant> reported(Path root) throws IOException {
        List<Mutant> all = new ArrayList<>();
        try (Stream<Path> modules = Files.list(root)) {
            for (Path module : modules.sorted().toList()) {
                Path report = module.resolve(REPORT);
                if (Files.exists(report)) {
                    List<Mutant> found = Mutant.in(report);
                    lines.add(sum(module.getFileName().toString(), found));
                    all.addAll(found);
                }
            }
        }
        return all;
    }

    private boolean list(List<Mutant> survivors, String explanations) {
        boolean explained = true;
        for (Mutant mutant : survivors.stream()
                .sorted(Comparator.comparing(Mutant::type).thenComparing(Mutant::line))
                .toList()) {
            boolean known = explanations.contains("`" + mutant.place() + "`");
            explained &= known;
            lines.add("  alive: %s, line %d: %s%s"
                    .formatted(mutant.place(), mutant.line(), mutant.what(), known ? "" : " (not explained)"));
        }
        return explained;
    }

    private static String sum(String of, List<Mutant> mutants) {
        long noticed = mutants.stream().filter(Mutant::noticed).count();
        return "%s: %d of %d changes noticed (%.1f %%)"
                .formatted(of, noticed, mutants.size(), mutants.isEmpty() ? 100 : 100.0 * noticed / mutants.size());
    }
}
