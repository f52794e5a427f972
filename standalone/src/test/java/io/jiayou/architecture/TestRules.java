package io.jiayou.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;

/** What tests may not do; looked for in the tests of the modules that are built before this one, and of this one. */
final class TestRules {

    private static final DescribedPredicate<JavaClass> TESTS = DescribedPredicate.describe(
            "tests", type -> Modules.outermost(type).getSimpleName().matches(".*(?:Test|IT)"));

    private TestRules() {}

    static List<ArchitectureRule> all() {
        return List.of(new ArchitectureRule(
                "no test is disabled", TESTS, 25, Conditions.haveNoFault("run", TestRules::disabled), "disabled"));
    }

    private static Stream<String> disabled(JavaClass type) {
        Stream<HasAnnotations<?>> annotated = Stream.concat(Stream.of(type), type.getMethods().stream());
        return annotated
                .filter(item -> item.isAnnotatedWith(Disabled.class))
                .map(item -> item.getDescription() + " is disabled");
    }
}
