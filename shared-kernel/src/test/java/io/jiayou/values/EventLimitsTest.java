package io.jiayou.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.jiayou.approved.Approved;
import io.jiayou.approved.SampleEvents;
import io.jiayou.serialization.StoredEvents;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing in any event is without a limit, and the page about limits is the code. */
class EventLimitsTest {

    record Bag(String label, @Limited(Limit.COUNT) int size) {}

    record Forgetful(
            @Limited(Limit.ID) String bagId,
            long weight,
            Double share,
            @Limited(Limit.GRADE) List<String> grades,
            List<Bag> bags,
            @Limited(Limit.AMOUNT) String price,
            Object anything,
            Instant at,
            boolean open) {}

    @Test
    void everyComponentOfEveryEventHasALimit() {
        assertThat(StoredEvents.all()).hasSizeGreaterThan(35);
        assertThat(StoredEvents.all().values().stream().flatMap(EventLimitsTest::unlimited))
                .as("mark these components with @Limited, by the limit of what they hold")
                .isEmpty();
    }

    @Test
    void whatHasNoneIsFound() {
        assertThat(unlimited(Forgetful.class))
                .containsExactlyInAnyOrder(
                        "Forgetful.weight",
                        "Forgetful.share",
                        "Forgetful.grades",
                        "Forgetful.bags",
                        "Bag.label",
                        "Forgetful.price",
                        "Forgetful.anything");
    }

    @Test
    void theSamplesOfAllEventsAreWithinTheirLimits() {
        SampleEvents.all().forEach(sample -> assertThatCode(() -> Bounds.require(sample.event()))
                .as(sample.toString())
                .doesNotThrowAnyException());
    }

    @Test
    void thePageOfLimitsIsTheCode() {
        StringBuilder page = new StringBuilder("""
            # Limits of what events hold

            What one door refuses, all doors refuse: HTTP, imports and the system itself, because the decision holds every event
            to these limits before it is stored. A refusal has the code of its [rule](rules.md) and status 400; HTTP says
            `invalid-field` where it sees the fault first, an import the code of its [line](importing.md). A time of a
            recording has the limit `TIME` as well. What was stored before a limit is read as it is.

            *Plain text* has no control characters but tabs and line ends, no halves of surrogate pairs, and none of the code
            points that Unicode keeps for the inside of programs; *one line* has no tabs and line ends either; *in one direction* has
            no marks that turn the direction of writing, and something of it can be seen. Lengths count code points. HTTP asks all
            names for that, and a phone number of mainland China to have 11 digits, the first two 13 to 19: an
            earlier event may have others, and is copied as it is.

            Queries take any moment of the years 1 to 9999.

            This page is written by a test of `shared-kernel`.

            | Limit | Allowed | Components |
            |---|---|---|
            """);
        var places = places();
        for (Limit limit : Limit.values()) {
            page.append("| `%s` | %s | %s |\n"
                    .formatted(
                            limit,
                            limit.words().toString().replace("|", "\\|"),
                            limit == Limit.TIME
                                    ? "every time"
                                    : String.join(", ", places.getOrDefault(limit, new TreeSet<>()))));
        }
        Approved.matches(Path.of("../docs/values.md"), page.toString());
    }

    private static TreeMap<Limit, TreeSet<String>> places() {
        TreeMap<Limit, TreeSet<String>> places = new TreeMap<>();
        Set<Class<?>> parts = new LinkedHashSet<>();
        StoredEvents.all().values().forEach(event -> collect(event, parts));
        for (Class<?> part : parts) {
            for (RecordComponent component : part.getRecordComponents()) {
                Limited limited = component.getAnnotation(Limited.class);
                if (limited != null) {
                    String entries = limited.entries() > 0 ? " (1 to " + limited.entries() + ")" : "";
                    places.computeIfAbsent(limited.value(), any -> new TreeSet<>())
                            .add("`" + component.getName() + "`" + entries);
                }
            }
        }
        return places;
    }

    private static void collect(Class<?> type, Set<Class<?>> parts) {
        if (type.isRecord() && parts.add(type)) {
            for (RecordComponent component : type.getRecordComponents()) {
                collect(component.getType(), parts);
            }
        }
    }

    /** Components that hold more than their type and their limit say. */
    private static Stream<String> unlimited(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(component -> {
            String name = type.getSimpleName() + "." + component.getName();
            Stream<String> own = isLimited(component) ? Stream.empty() : Stream.of(name);
            Type inner = entry(component.getGenericType());
            return inner instanceof Class<?> nested && nested.isRecord() ? Stream.concat(own, unlimited(nested)) : own;
        });
    }

    private static boolean isLimited(RecordComponent component) {
        Limited limited = component.getAnnotation(Limited.class);
        boolean list = component.getType() == List.class;
        Type entry = entry(component.getGenericType());
        if (list && (limited == null || limited.entries() < 1)) {
            return false;
        }
        if (!(entry instanceof Class<?> type)) {
            return false;
        }
        if (type.isEnum() || type == boolean.class || type == Boolean.class || type.isRecord()) {
            return true;
        }
        Limit limit = Bounds.of(component);
        return limit != null && limit.fits(type);
    }

    private static Type entry(Type type) {
        return type instanceof ParameterizedType list && list.getRawType() == List.class
                ? list.getActualTypeArguments()[0]
                : type;
    }
}
