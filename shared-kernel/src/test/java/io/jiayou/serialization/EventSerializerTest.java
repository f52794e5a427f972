package io.jiayou.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.approved.SampleEvents;
import io.jiayou.driver.events.DriverProfileChanged;
import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.station.events.PumpSet;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventSerializerTest {

    private static final String AT = "\"at\":\"2026-03-01T08:30:00Z\"";

    private final EventSerializer serializer = new EventSerializer();

    @Nested
    class Writing {

        @Test
        void storesEveryEventUnderItsNameAndRevision() {
            StoredEvents.all().forEach((name, event) -> {
                SerializedObject<String> stored = serializer.serialize(sampleOf(event), String.class);

                assertThat(stored.getType().getName()).isEqualTo(name).doesNotContain("jiayou");
                assertThat(stored.getType().getRevision())
                        .isEqualTo(String.valueOf(StoredEvents.storedAs(event).revision()));
            });
        }

        @Test
        void keepsTheOrderOfDeclarationAndAddsNothing() {
            for (SampleEvents.Sample sample : SampleEvents.all()) {
                JsonNode json = tree(sample.event());
                List<String> declared = Arrays.stream(sample.event().getClass().getRecordComponents())
                        .map(component -> component.getName())
                        .filter(json::has)
                        .toList();

                assertThat(List.copyOf(json.propertyNames())).isEqualTo(declared);
            }
        }

        @Test
        void writesTimesInIso8601AndUtc() {
            String json = json(new VehicleAdded("d", "沪A12345", Instant.parse("2026-03-01T16:30:00.250+08:00")));

            assertThat(json).contains("\"at\":\"2026-03-01T08:30:00.250Z\"");
        }

        @Test
        void leavesAbsentValuesOut() {
            String json = json(new DriverProfileChanged("d", "张三", null, Instant.EPOCH));

            assertThat(json).doesNotContain("phone").doesNotContain("null");
        }
    }

    @Nested
    class Reading {

        @Test
        void ignoresFieldsThatANewerWriterAdded() {
            VehicleAdded read = read(
                    "driver.vehicle-added", "{\"driverId\":\"d\",\"plate\":\"沪A12345\",\"colour\":\"red\"," + AT + "}");

            assertThat(read.plate()).isEqualTo("沪A12345");
        }

        @Test
        void refusesAnEventThatLacksARequiredComponent() {
            assertThatThrownBy(() -> read("driver.vehicle-added", "{\"driverId\":\"d\"," + AT + "}"))
                    .isInstanceOf(SerializationException.class)
                    .rootCause()
                    .hasMessageContaining("plate");
        }

        @Test
        void refusesAnEventWithNullForARequiredComponent() {
            assertThatThrownBy(() -> read("driver.vehicle-added", "{\"driverId\":\"d\",\"plate\":null," + AT + "}"))
                    .isInstanceOf(SerializationException.class);
        }

        @Test
        void refusesAMissingNumberRatherThanReadingZero() {
            assertThatThrownBy(() -> read(
                            "station.pump-set", "{\"stationId\":\"s\",\"grades\":[\"92#\"],\"open\":true," + AT + "}"))
                    .isInstanceOf(SerializationException.class);
        }

        @Test
        void acceptsNullForAnOptionalComponent() {
            DriverProfileChanged read =
                    read("driver.profile-changed", "{\"driverId\":\"d\",\"name\":\"张三\",\"phone\":null," + AT + "}");

            assertThat(read.phone()).isNull();
        }

        @Test
        void tellsAnUnknownNameApart() {
            Object read = read("driver.teleported", "{}");

            assertThat(read).isInstanceOf(UnknownSerializedType.class);
        }

        @Test
        void readsListsThatNobodyCanChange() {
            PumpSet read = read(
                    "station.pump-set",
                    "{\"stationId\":\"s\",\"pump\":1,\"grades\":[\"92#\"],\"open\":true," + AT + "}");

            assertThatThrownBy(() -> read.grades().add("95#")).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Nested
    class Metadata {

        @Test
        void comesBackAsItWent() {
            MetaData metadata = MetaData.from(Map.of("actor", "driver-1", "channel", "mini-program"));

            SerializedObject<byte[]> stored = serializer.serialize(metadata, byte[].class);
            MetaData read = serializer.deserialize(stored);

            assertThat(read).isEqualTo(metadata);
        }

        @Test
        void isRefusedWithAValueThatIsNotAString() {
            assertThatThrownBy(() -> serializer.serialize(MetaData.with("attempts", 3), byte[].class))
                    .isInstanceOf(SerializationException.class)
                    .hasMessage("metadata are strings, and attempts isn't");
        }
    }

    private static Object sampleOf(Class<?> event) {
        return SampleEvents.all().stream()
                .map(SampleEvents.Sample::event)
                .filter(event::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private String json(Object event) {
        return serializer.serialize(event, String.class).getData();
    }

    private JsonNode tree(Object event) {
        return new JsonMapper().readTree(json(event));
    }

    private <T> T read(String name, String json) {
        return serializer.deserialize(new SimpleSerializedObject<>(json, String.class, name, "1"));
    }
}
