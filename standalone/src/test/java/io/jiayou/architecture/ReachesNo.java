package io.jiayou.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** From no method of a class does a way lead through our own methods to a forbidden call. */
final class ReachesNo extends ArchCondition<JavaClass> {

    private final Predicate<JavaAccess<?>> forbidden;

    ReachesNo(String what, Predicate<JavaAccess<?>> forbidden) {
        super("reach no " + what);
        this.forbidden = forbidden;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Set<JavaCodeUnit> seen = new HashSet<>(type.getCodeUnits());
        Deque<JavaCodeUnit> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (JavaAccess<?> access : accesses(open.pop())) {
                if (forbidden.test(access)) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " reaches " + access.getDescription()));
                }
                ours(access).filter(seen::add).ifPresent(open::push);
            }
        }
    }

    private static Collection<JavaAccess<?>> accesses(JavaCodeUnit unit) {
        Set<JavaAccess<?>> all = new HashSet<>(unit.getAccessesFromSelf());
        all.addAll(unit.getCodeUnitReferencesFromSelf());
        return all;
    }

    private static Optional<JavaCodeUnit> ours(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)
                || !access.getTargetOwner().getPackageName().startsWith("io.jiayou")) {
            return Optional.empty();
        }
        Optional<? extends JavaMember> member = target.resolveMember();
        return member.map(JavaCodeUnit.class::cast);
    }
}
