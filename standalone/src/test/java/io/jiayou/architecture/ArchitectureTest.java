package io.jiayou.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import io.jiayou.readmodel.documents.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule holds for the real code, looks at enough of it, and is broken by its samples. */
class ArchitectureTest {

    private static final String SAMPLES = "io.jiayou.architecture.samples";

    private static final List<String> MODULES = List.of(
            Modules.KERNEL,
            Modules.TRANSPARENCY,
            Modules.PRIVACY,
            Modules.EMBEDDED_STORES,
            Modules.ARCHIVE,
            Modules.PERIODIC,
            Modules.HTTP,
            Modules.COMMAND_SIDE,
            Modules.QUERY_SIDE,
            Modules.STANDALONE);

    private static final JavaClasses ALL = importAll();

    private static final JavaClasses PRODUCTION =
            ALL.that(DescribedPredicate.describe("production", type -> !isOfTests(type)));

    private static final JavaClasses TESTS =
            ALL.that(DescribedPredicate.describe("tests", type -> isOfTests(type) && !isIn(type, SAMPLES)));

    private static final List<ArchitectureRule> RULES = Stream.of(
                    ModuleRules.all(),
                    EventRules.all(),
                    NamingRules.all(),
                    PurityRules.all(),
                    ValueRules.all(),
                    OpeningRules.all(),
                    StructureRules.all(),
                    TimerRules.all(),
                    LanguageRules.all())
            .flatMap(List::stream)
            .toList();

    @TestFactory
    Stream<DynamicContainer> production() {
        return RULES.stream().map(rule -> proofs(rule, PRODUCTION));
    }

    @TestFactory
    Stream<DynamicContainer> tests() {
        return TestRules.all().stream().map(rule -> proofs(rule, TESTS));
    }

    @Test
    void everyModuleIsSeen() {
        assertThat(PRODUCTION.stream().map(Modules::of).distinct())
                .containsAll(MODULES.stream()
                        .filter(it -> !it.equals(Modules.STANDALONE))
                        .toList())
                .doesNotContain("");
    }

    /** A new context is either held to deciding without a clock or names its classes that decide. */
    @Test
    void everyContextOfTheKernelIsHeldToPurity() {
        Set<String> contexts = PRODUCTION.stream()
                .filter(type -> Modules.of(type).equals(Modules.KERNEL))
                .map(JavaClass::getPackageName)
                .filter(name -> name.matches("io\\.jiayou\\.\\w+\\.events"))
                .map(name -> name.split("\\.", -1)[2])
                .collect(Collectors.toSet());

        assertThat(Stream.concat(PurityRules.CONTEXTS.stream(), PurityRules.DECIDERS.keySet().stream()))
                .containsExactlyInAnyOrderElementsOf(contexts);
        assertThat(PurityRules.DECIDERS.values().stream().flatMap(Set::stream))
                .allMatch(name -> PRODUCTION.contain(name));
    }

    /** The mutation run looks at all that decides and folds. */
    @Test
    void everyContextOfTheKernelIsMutated() throws IOException {
        String build = Files.readString(Path.of("..", "pom.xml"));

        assertThat(Stream.concat(PurityRules.CONTEXTS.stream(), PurityRules.DECIDERS.keySet().stream()))
                .allMatch(context -> build.contains("io.jiayou." + context + ".*,"))
                .allMatch(context -> build.contains("io.jiayou." + context + ".*Test,"));
    }

    /** What isn't changed has its reason where people look. */
    @Test
    void whatIsNotMutatedStandsInTheDocument() throws IOException {
        String build = Files.readString(Path.of("..", "pom.xml"));
        String document = Files.readString(Path.of("..", "docs", "mutation.md"));
        String talkers = build.substring(
                build.indexOf("<mutation.talkers>") + "<mutation.talkers>".length(),
                build.indexOf("</mutation.talkers>"));

        assertThat(talkers.split(",")).hasSizeGreaterThan(10).allSatisfy(name -> assertThat(document)
                .contains("`"
                        + (name.endsWith(".*")
                                ? name.replaceAll("io\\.jiayou\\.|\\.\\*", "")
                                : name.replaceAll(".*\\.", ""))
                        + "`"));
    }

    /** It is signed into statements: the fold of another version isn't the same software. */
    @Test
    void theVersionThatIsSignedIsTheOneThatIsBuilt() throws IOException {
        String build = Files.readString(Path.of("pom.xml"));

        assertThat(build).contains("<version>" + Statement.SOFTWARE.replace("jiayou ", "") + "-SNAPSHOT</version>");
    }

    /** Axon would tell its makers of this system otherwise. */
    @Test
    void everyProgramThatMayStartAxonHasItsUpdateCheckerDisabled() throws IOException {
        List<Path> programs;
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            programs = files.filter(file -> file.toString().contains("/src/main/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> contains(file, "static void main("))
                    .filter(file -> contains(file, "SpringApplication")
                            || contains(file, "application().run")
                            || contains(file, "commands().execute"))
                    .toList();
        }

        assertThat(programs)
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(file -> contains(file, "System.setProperty(\"axoniq.update-checker.disabled\", \"true\")"));
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DynamicContainer proofs(ArchitectureRule rule, JavaClasses classes) {
        return DynamicContainer.dynamicContainer(
                rule.name(),
                Stream.of(
                        DynamicTest.dynamicTest("holds", () -> rule.rule().check(classes)),
                        DynamicTest.dynamicTest("looks at real classes", () -> looksAtEnough(rule, classes)),
                        DynamicTest.dynamicTest("is broken by its samples", () -> isBrokenBySamples(rule))));
    }

    private static void looksAtEnough(ArchitectureRule rule, JavaClasses classes) {
        assertThat(classes.stream().filter(rule.subjects()).count()).isGreaterThanOrEqualTo(rule.atLeast());
    }

    private static void isBrokenBySamples(ArchitectureRule rule) {
        JavaClasses samples =
                ALL.that(DescribedPredicate.describe("samples", type -> isIn(type, SAMPLES + "." + rule.samples())));
        List<String> violations =
                rule.rule().evaluate(samples).getFailureReport().getDetails();
        List<String> marked = samples.stream()
                .filter(type -> type.isAnnotatedWith(Breaks.class))
                .map(JavaClass::getName)
                .toList();

        assertThat(marked).as("samples").isNotEmpty();
        assertThat(marked).as("reported").allMatch(name -> violations.stream().anyMatch(it -> isAbout(it, name)));
        assertThat(violations).as("reports").allMatch(it -> marked.stream().anyMatch(name -> isAbout(it, name)));
    }

    private static boolean isAbout(String violation, String type) {
        return Stream.of(": ", " ", "$").anyMatch(end -> violation.startsWith(type + end));
    }

    private static boolean isIn(JavaClass type, String name) {
        return (type.getPackageName() + ".").startsWith(name + ".");
    }

    private static boolean isOfTests(JavaClass type) {
        String place =
                type.getSource().map(source -> source.getUri().toString()).orElse("");
        return place.contains("/test-classes/") || place.contains("-tests.jar!");
    }

    /** One import of everything, so that ways lead from samples into real code; the world outside stays names. */
    private static JavaClasses importAll() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        Stream<Location> tests = MODULES.stream()
                .map(module -> Path.of("..", module, "target", "test-classes"))
                .filter(Files::isDirectory)
                .map(Location::of);
        Stream<Location> production = Locations.ofPackage("io.jiayou").stream();
        return new ClassFileImporter()
                .importLocations(Stream.concat(tests, production).toList());
    }
}
