package io.jiayou.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import io.jiayou.metadata.StoredAs;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateLifecycle;

/** What events are made of. */
final class EventRules {

    private static final Set<Class<?>> PLAIN = Set.of(
            String.class,
            Instant.class,
            int.class,
            Integer.class,
            long.class,
            Long.class,
            boolean.class,
            Boolean.class);

    private static final DescribedPredicate<JavaClass> IN_EVENT_PACKAGES = DescribedPredicate.describe(
            "of an event package",
            type -> type.getPackageName().endsWith(".events")
                    && Modules.in(Modules.KERNEL).test(type));

    /** The place, that for streams nobody decides by, and decorators of a store, which hand on what went through. */
    private static final DescribedPredicate<JavaClass> PASSAGE = DescribedPredicate.describe(
            "of the passage",
            type -> Set.of("io.jiayou.command.EventSourced", "io.jiayou.command.AppendOnly")
                            .contains(type.getName())
                    || type.getRawInterfaces().stream().anyMatch(it -> it.isEquivalentTo(EventStore.class)));

    private EventRules() {}

    static List<ArchitectureRule> all() {
        return List.of(
                new ArchitectureRule(
                        "a context's events are stored records of its sealed interface, made of plain values",
                        IN_EVENT_PACKAGES,
                        35,
                        Conditions.haveNoFault("be plain", type -> faults(type.reflect())),
                        "events"),
                new ArchitectureRule(
                        "events reach the store through the one place that holds them to their limits",
                        Modules.in(Modules.COMMAND_SIDE).and(DescribedPredicate.not(PASSAGE)),
                        100,
                        Conditions.haveNoFault("go through it", EventRules::detours),
                        "applied"));
    }

    private static Stream<String> detours(JavaClass type) {
        return type.getAccessesFromSelf().stream()
                .filter(access -> access.getTargetOwner().isEquivalentTo(AggregateLifecycle.class)
                        || access.getTargetOwner().getPackageName().startsWith("org.axonframework.")
                                && access.getName().equals("publish"))
                .map(JavaAccess::getDescription);
    }

    private static Stream<String> faults(Class<?> type) {
        // the compiler adds nameless classes for switches over enums
        if (type.isEnum() || type.isAnonymousClass() || type.isSynthetic()) {
            return Stream.empty();
        }
        if (type.isInterface()) {
            return type.isSealed() ? Stream.empty() : Stream.of("an interface of events is sealed");
        }
        if (!type.isRecord()) {
            return Stream.of("an event, or a part of one, is a record");
        }
        return Stream.concat(storageFaults(type), componentFaults(type));
    }

    private static Stream<String> storageFaults(Class<?> type) {
        boolean ofContext = Arrays.stream(type.getInterfaces())
                .anyMatch(context -> context.isSealed() && context.getPackage().equals(type.getPackage()));
        boolean stored = type.isAnnotationPresent(StoredAs.class);
        if (stored && !ofContext) {
            return Stream.of("a stored event implements the sealed interface of its context");
        }
        return ofContext && !stored ? Stream.of("an event has a stored name") : Stream.empty();
    }

    private static Stream<String> componentFaults(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> !isPlain(component.getGenericType()))
                .map(RecordComponent::toString)
                .map(component -> component + " isn't a plain value");
    }

    private static boolean isPlain(Type type) {
        if (type instanceof ParameterizedType list) {
            return list.getRawType() == List.class && isPlain(list.getActualTypeArguments()[0]);
        }
        return type instanceof Class<?> plain
                && (PLAIN.contains(plain) || plain.isEnum() || isValue(plain) || isPart(plain));
    }

    private static boolean isValue(Class<?> type) {
        return type.isRecord() && type.getPackageName().equals("io.jiayou.values");
    }

    /** A record of an event package that is no event itself; the rule looks at its components in its own turn. */
    private static boolean isPart(Class<?> type) {
        return type.isRecord()
                && type.getPackageName().endsWith(".events")
                && !type.isAnnotationPresent(StoredAs.class);
    }
}
