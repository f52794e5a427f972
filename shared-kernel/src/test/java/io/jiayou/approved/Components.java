package io.jiayou.approved;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The components of records, nested ones by their path: {@code price.unitPrice.currency}. */
public final class Components {

    private Components() {}

    /** The components that none of the samples fills. */
    public static Set<String> neverPresent(Class<?> type, List<Object> samples) {
        Set<String> missing = new TreeSet<>();
        walkTypes(type, "", (path, component) -> missing.add(path));
        samples.forEach(sample -> walk(sample, "", (path, value) -> {
            if (value != null) {
                missing.remove(path);
            }
        }));
        return missing;
    }

    /** The components that may be absent, and that all samples fill. */
    public static Set<String> optionalButNeverAbsent(Class<?> type, List<Object> samples) {
        Set<String> missing = new TreeSet<>();
        walkTypes(type, "", (path, component) -> {
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                missing.add(path);
            }
        });
        samples.forEach(sample -> walk(sample, "", (path, value) -> {
            if (value == null) {
                missing.remove(path);
            }
        }));
        return missing;
    }

    /** All enums among the components. */
    public static Set<Class<?>> enumsOf(Class<?> type) {
        List<Class<?>> types = new ArrayList<>();
        walkTypes(type, "", (path, component) -> types.add(component.getType()));
        return types.stream().filter(Class::isEnum).collect(Collectors.toSet());
    }

    private static void walkTypes(Class<?> type, String prefix, BiConsumer<String, RecordComponent> visitor) {
        for (RecordComponent component : components(type).toList()) {
            visitor.accept(prefix + component.getName(), component);
            walkTypes(component.getType(), prefix + component.getName() + ".", visitor);
        }
    }

    private static void walk(Object value, String prefix, BiConsumer<String, @Nullable Object> visitor) {
        for (RecordComponent component : components(value.getClass()).toList()) {
            Object inner = valueOf(component, value);
            visitor.accept(prefix + component.getName(), inner);
            if (inner != null) {
                walk(inner, prefix + component.getName() + ".", visitor);
            }
        }
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        return type.isRecord() ? Arrays.stream(type.getRecordComponents()) : Stream.empty();
    }

    private static @Nullable Object valueOf(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component.toString(), e);
        }
    }
}
