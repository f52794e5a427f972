package io.jiayou.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/**
 * A rule about classes.
 *
 * @param name a sentence
 * @param subjects the classes that it is about
 * @param atLeast how many of them there must be, so that the rule can't come to check nothing
 * @param samples the package under {@code io.jiayou.architecture.samples} that breaks it
 */
record ArchitectureRule(
        String name,
        DescribedPredicate<JavaClass> subjects,
        int atLeast,
        ArchCondition<JavaClass> condition,
        String samples) {

    ArchRule rule() {
        return ArchRuleDefinition.classes()
                .that(subjects)
                .should(condition)
                .as(name)
                .allowEmptyShould(true);
    }
}
