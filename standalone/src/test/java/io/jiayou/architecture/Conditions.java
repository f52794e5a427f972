package io.jiayou.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Ways to state what classes must not do. */
final class Conditions {

    private Conditions() {}

    /** Reports every dependency on a class that is forbidden to the class which has it. */
    static ArchCondition<JavaClass> dependOnNo(String what, BiPredicate<JavaClass, JavaClass> forbidden) {
        return each("depend on no " + what, (type, report) -> {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (!marksSamples(target) && forbidden.test(type, target)) {
                    report.accept(dependency.getDescription());
                }
            }
        });
    }

    static ArchCondition<JavaClass> dependOnNo(String what, Predicate<JavaClass> forbidden) {
        return dependOnNo(what, (type, target) -> forbidden.test(target));
    }

    /** Reports what a function finds wrong with a class. */
    static ArchCondition<JavaClass> haveNoFault(String what, Function<JavaClass, Stream<String>> faults) {
        return each(what, (type, report) -> faults.apply(type).forEach(report));
    }

    /** Reports what a condition finds that looks at all classes together. */
    static ArchCondition<JavaClass> haveNoFaultAmongAll(
            String what, Function<Collection<JavaClass>, Function<JavaClass, Stream<String>>> among) {
        return new ArchCondition<>(what) {

            private Function<JavaClass, Stream<String>> faults = type -> Stream.empty();

            @Override
            public void init(Collection<JavaClass> all) {
                faults = among.apply(all);
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                faults.apply(type).forEach(fault -> events.add(violation(type, fault)));
            }
        };
    }

    private static ArchCondition<JavaClass> each(String what, BiConsumer<JavaClass, Consumer<String>> check) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(type, fault -> events.add(violation(type, fault)));
            }
        };
    }

    private static boolean marksSamples(JavaClass type) {
        return type.isEquivalentTo(Breaks.class) || type.isEquivalentTo(InModule.class);
    }

    private static ConditionEvent violation(JavaClass type, String fault) {
        return SimpleConditionEvent.violated(type, type.getName() + ": " + fault);
    }
}
