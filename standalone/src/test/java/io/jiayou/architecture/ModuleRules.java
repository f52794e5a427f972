package io.jiayou.architecture;

import static io.jiayou.architecture.Modules.ARCHIVE;
import static io.jiayou.architecture.Modules.COMMAND_SIDE;
import static io.jiayou.architecture.Modules.EMBEDDED_STORES;
import static io.jiayou.architecture.Modules.HTTP;
import static io.jiayou.architecture.Modules.KERNEL;
import static io.jiayou.architecture.Modules.PERIODIC;
import static io.jiayou.architecture.Modules.PRIVACY;
import static io.jiayou.architecture.Modules.QUERY_SIDE;
import static io.jiayou.architecture.Modules.STANDALONE;
import static io.jiayou.architecture.Modules.TRANSPARENCY;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each module may know of the others and of the world. */
final class ModuleRules {

    private ModuleRules() {}

    static List<ArchitectureRule> all() {
        return List.of(
                kernel(),
                transparency(),
                archive(),
                embeddedStores(),
                periodic(),
                http(),
                privacy(),
                commandSide(),
                querySide(),
                packages());
    }

    private static ArchitectureRule kernel() {
        Predicate<JavaClass> allowed = packages(
                        "java",
                        "org.jspecify",
                        "com.fasterxml.jackson.annotation",
                        "tools.jackson",
                        "org.axonframework.eventhandling",
                        "org.axonframework.messaging",
                        "org.axonframework.serialization")
                .or(Modules.in(KERNEL));
        return new ArchitectureRule(
                "the kernel knows events and JSON, no Spring, no database and no other module",
                Modules.in(KERNEL),
                50,
                Conditions.dependOnNo("framework or database", allowed.negate()),
                "kernel");
    }

    private static ArchitectureRule transparency() {
        return new ArchitectureRule(
                "the transparency log knows bytes and hashes, and nothing but Java",
                Modules.in(TRANSPARENCY),
                40,
                Conditions.dependOnNo(
                        "other library or module",
                        packages("java", "org.jspecify", "com.sun.net.httpserver")
                                .or(Modules.in(TRANSPARENCY))
                                .negate()),
                "transparency");
    }

    private static ArchitectureRule archive() {
        Predicate<JavaClass> allowed = packages(
                        "java",
                        "javax.crypto",
                        "org.jspecify",
                        "com.fasterxml.jackson.annotation",
                        "tools.jackson",
                        "com.exceptionfactory.jagged",
                        "com.github.luben.zstd",
                        "software.amazon.awssdk",
                        "io.jiayou.audit")
                .or(Modules.in(TRANSPARENCY))
                .or(Modules.in(ARCHIVE));
        return new ArchitectureRule(
                "the archive knows lines, positions and heads, nothing of the business and no framework",
                Modules.in(ARCHIVE),
                60,
                Conditions.dependOnNo("business, side or framework", allowed.negate()),
                "archive");
    }

    private static ArchitectureRule embeddedStores() {
        return new ArchitectureRule(
                "the embedded stores know bytes and documents, nothing of the business",
                Modules.in(EMBEDDED_STORES),
                40,
                Conditions.dependOnNo("other module of ours", ourModulesExcept(EMBEDDED_STORES)),
                "embeddedstores");
    }

    private static ArchitectureRule periodic() {
        return new ArchitectureRule(
                "the schedule knows no task",
                Modules.in(PERIODIC),
                10,
                Conditions.dependOnNo("other module of ours", ourModulesExcept(PERIODIC)),
                "periodic");
    }

    private static ArchitectureRule http() {
        return new ArchitectureRule(
                "what both sides share of HTTP knows neither side",
                Modules.in(HTTP),
                7,
                Conditions.dependOnNo("side", ourModulesExcept(HTTP, PERIODIC, KERNEL)),
                "http");
    }

    private static ArchitectureRule privacy() {
        return new ArchitectureRule(
                "keys of persons know marked fields, neither a side nor what happens in the business",
                Modules.in(PRIVACY),
                12,
                Conditions.dependOnNo(
                        "side or event",
                        ourModulesExcept(PRIVACY, PERIODIC, KERNEL)
                                .or(type -> type.getPackageName().startsWith("io.jiayou.")
                                        && type.getPackageName().endsWith(".events"))),
                "privacy");
    }

    private static ArchitectureRule commandSide() {
        Predicate<JavaClass> reading =
                packages("io.jiayou.readmodel", "com.mongodb", "org.bson", "org.springframework.data");
        return new ArchitectureRule(
                "the command side never reads a read model or a document",
                // credentials are no read model, and where they are documents they are in a database of their own
                Modules.in(COMMAND_SIDE)
                        .and(DescribedPredicate.not(DescribedPredicate.describe(
                                "credentials", packages("io.jiayou.identity.credentials")))),
                80,
                Conditions.dependOnNo(
                        "read model", reading.or(ourModulesExcept(COMMAND_SIDE, HTTP, PERIODIC, PRIVACY, KERNEL))),
                "commandside");
    }

    private static ArchitectureRule querySide() {
        Predicate<JavaClass> commanding = packages("org.axonframework.commandhandling", "org.axonframework.modelling");
        return new ArchitectureRule(
                "the query side never sends a command",
                Modules.in(QUERY_SIDE),
                40,
                Conditions.dependOnNo(
                        "command",
                        commanding.or(
                                ourModulesExcept(QUERY_SIDE, HTTP, PERIODIC, PRIVACY, KERNEL, TRANSPARENCY, ARCHIVE))),
                "queryside");
    }

    private static ArchitectureRule packages() {
        return new ArchitectureRule(
                "no package spans two modules",
                Modules.ours(),
                200,
                Conditions.haveNoFaultAmongAll("be where their package is", ModuleRules::strangers),
                "packages");
    }

    private static Function<JavaClass, Stream<String>> strangers(Collection<JavaClass> all) {
        Map<String, Set<String>> modules = all.stream()
                .collect(Collectors.groupingBy(
                        JavaClass::getPackageName,
                        Collectors.mapping(Modules::of, Collectors.toCollection(TreeSet::new))));
        return type -> Stream.of(modules.getOrDefault(type.getPackageName(), Set.of()))
                .filter(found -> found.size() > 1)
                .map(found -> type.getPackageName() + " is in " + found);
    }

    private static Predicate<JavaClass> ourModulesExcept(String... known) {
        Set<String> others = new TreeSet<>(List.of(
                KERNEL,
                TRANSPARENCY,
                ARCHIVE,
                EMBEDDED_STORES,
                PERIODIC,
                HTTP,
                PRIVACY,
                COMMAND_SIDE,
                QUERY_SIDE,
                STANDALONE));
        others.removeAll(Set.of(known));
        return type -> others.contains(Modules.of(type));
    }

    /** Of these packages and those inside them. */
    static Predicate<JavaClass> packages(String... names) {
        return type -> Arrays.stream(names).anyMatch(name -> (type.getPackageName() + ".").startsWith(name + "."));
    }
}
