package io.jiayou.http;

import io.jiayou.rules.Detail;
import io.jiayou.rules.NotAllowed;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;

/** Says which values a field or a parameter takes, to whoever gave one of another type: in words of JSON, not of Java. */
final class Expected {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<Class<?>> WHOLE =
            Set.of(Long.class, Integer.class, Short.class, Byte.class, BigInteger.class);

    private Expected() {}

    /** @param type that the value is read into; none if that isn't known */
    static Detail of(String field, @Nullable Class<?> type) {
        if (type == null) {
            return unknown();
        }
        Class<?> known = ClassUtils.resolvePrimitiveIfNecessary(type);
        return known.isEnum() ? Detail.of("{0} is one of {1}", field, names(known)) : scalar(known);
    }

    /** As JSON has them. */
    private static List<String> names(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> JSON.valueToTree(constant).asString())
                .toList();
    }

    private static Detail scalar(Class<?> type) {
        if (WHOLE.contains(type)) {
            return Detail.of("a whole number is expected");
        }
        if (Number.class.isAssignableFrom(type)) {
            return Detail.of("a number is expected");
        }
        if (type == Boolean.class) {
            return Detail.of("true or false is expected");
        }
        return CharSequence.class.isAssignableFrom(type) ? Detail.of("a text is expected") : composed(type);
    }

    private static Detail composed(Class<?> type) {
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return Detail.of("a list is expected");
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? Detail.of("an object is expected") : unknown();
    }

    private static Detail unknown() {
        return NotAllowed.why(new IllegalArgumentException());
    }
}
