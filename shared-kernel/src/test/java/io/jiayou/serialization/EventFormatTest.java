package io.jiayou.serialization;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.approved.Approved;
import io.jiayou.approved.Components;
import io.jiayou.approved.SampleEvents;
import io.jiayou.approved.SampleEvents.Sample;
import io.jiayou.metadata.StoredAs;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The stored form of every event is the approved one, and what was ever approved can still be read. */
class EventFormatTest {

    private final EventSerializer serializer = new EventSerializer();

    @TestFactory
    Stream<DynamicTest> writesEveryEventAsApproved() {
        return SampleEvents.all().stream()
                .map(sample -> DynamicTest.dynamicTest(fileName(sample), () -> {
                    byte[] written =
                            serializer.serialize(sample.event(), byte[].class).getData();

                    Approved.matches(
                            Approved.EVENTS.resolve(fileName(sample)), new String(written, StandardCharsets.UTF_8));
                }));
    }

    @TestFactory
    Stream<DynamicTest> readsEveryApprovedFileBackToAnEqualEvent() {
        return SampleEvents.all().stream()
                .map(sample -> DynamicTest.dynamicTest(fileName(sample), () -> {
                    Object read = serializer.deserialize(stored(ApprovedEvent.named(fileName(sample))));

                    assertThat(read).isEqualTo(sample.event());
                }));
    }

    @Test
    void everyEventHasASample() {
        Set<Class<?>> sampled = SampleEvents.all().stream()
                .map(sample -> sample.event().getClass())
                .collect(Collectors.toSet());

        assertThat(sampled)
                .containsExactlyInAnyOrderElementsOf(
                        Set.copyOf(StoredEvents.all().values()))
                .hasSizeGreaterThanOrEqualTo(22);
    }

    @Test
    void samplesShowEveryOptionalComponentPresentAndAbsent() {
        for (Class<?> event : StoredEvents.all().values()) {
            List<Object> samples = SampleEvents.all().stream()
                    .map(Sample::event)
                    .filter(event::isInstance)
                    .toList();

            assertThat(Components.neverPresent(event, samples))
                    .as("never present")
                    .isEmpty();
            assertThat(Components.optionalButNeverAbsent(event, samples))
                    .as("never absent")
                    .isEmpty();
        }
    }

    @Test
    void everyApprovedFileOfTodaysRevisionsHasASample() {
        Set<String> expected =
                SampleEvents.all().stream().map(EventFormatTest::fileName).collect(Collectors.toSet());

        assertThat(Approved.names(Approved.EVENTS))
                .filteredOn(name -> name.endsWith(".json"))
                .filteredOn(name -> ApprovedEvent.named(name).isOfToday())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Files of earlier names and revisions stay for ever; this is what they stay for. */
    @TestFactory
    Stream<DynamicTest> readsWhatWasEverApprovedAsAnEventOfToday() {
        return Approved.names(Approved.EVENTS).stream()
                .filter(name -> name.endsWith(".json"))
                .map(ApprovedEvent::named)
                .map(approved -> DynamicTest.dynamicTest(approved.file(), () -> {
                    List<Object> read = new StoredEventsReader(serializer, Upcasters.chain())
                            .read(approved.name(), approved.revision(), approved.json());

                    assertThat(read).isNotEmpty();
                    assertThat(read)
                            .allSatisfy(event -> assertThat(StoredEvents.all()).containsValue(event.getClass()));
                }));
    }

    /** A constant's name is stored; a new one is an extension, but none may be renamed or removed. */
    @Test
    void enumConstantsAreApproved() {
        TreeMap<String, Class<?>> enums = new TreeMap<>();
        StoredEvents.all().values().forEach(event -> Components.enumsOf(event)
                .forEach(type -> enums.put(type.getName().replace("io.jiayou.", ""), type)));

        String constants = enums.entrySet().stream()
                .map(type -> type.getKey() + ": "
                        + Arrays.stream(type.getValue().getEnumConstants())
                                .map(constant -> ((Enum<?>) constant).name())
                                .collect(joining(", "))
                        + "\n")
                .collect(joining());

        assertThat(enums).hasSizeGreaterThanOrEqualTo(6);
        Approved.matches(Approved.EVENTS.resolve("enum-constants.txt"), constants);
    }

    private static String fileName(Sample sample) {
        StoredAs storedAs = StoredEvents.storedAs(sample.event().getClass());
        return storedAs.value() + ".r" + storedAs.revision() + "." + sample.variant() + ".json";
    }

    private static SerializedObject<byte[]> stored(ApprovedEvent approved) {
        return new SimpleSerializedObject<>(
                approved.json().getBytes(StandardCharsets.UTF_8),
                byte[].class,
                approved.name(),
                String.valueOf(approved.revision()));
    }
}
