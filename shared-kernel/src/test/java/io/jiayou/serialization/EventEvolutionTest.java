package io.jiayou.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.approved.Approved;
import io.jiayou.feedback.events.FeedbackAnswered;
import io.jiayou.metadata.StoredAs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The road on which stored events reach today's form, walked by an event that changed twice: a split, then a rename. */
class EventEvolutionTest {

    @StoredAs(value = "sample.washed", revision = 3)
    record CarWashed(String washId, String province, String serial, Instant at) {}

    /** Revision 1 had a whole plate, revision 2 has its two parts. */
    private static final class PlateSplit extends SingleEventUpcaster {

        private static final SerializedType FROM = new SimpleSerializedType("sample.cleaned", "1");
        private static final SerializedType TO = new SimpleSerializedType("sample.cleaned", "2");

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(FROM);
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(TO, JsonNode.class, json -> {
                ObjectNode split = (ObjectNode) json;
                String plate = split.remove("plate").stringValue();
                return split.put("province", plate.substring(0, 1)).put("serial", plate.substring(1));
            });
        }
    }

    /** The event's name changed as well. */
    private static final class Renamed extends SingleEventUpcaster {

        private static final SerializedType FROM = new SimpleSerializedType("sample.cleaned", "2");
        private static final SerializedType TO = new SimpleSerializedType("sample.washed", "3");

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(FROM);
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(TO, JsonNode.class, json -> json);
        }
    }

    private static final CarWashed WASHED = new CarWashed("w-1", "沪", "AD12345", Instant.parse("2026-03-01T08:30:00Z"));

    private final StoredEventsReader reader = new StoredEventsReader(
            new EventSerializer(Map.of("sample.washed", CarWashed.class)),
            new EventUpcasterChain(new PlateSplit(), new Renamed()));

    @Test
    void readsTheFirstRevisionThroughBothUpcasters() {
        String json = """
                {"washId":"w-1","plate":"沪AD12345","at":"2026-03-01T08:30:00Z"}""";

        assertThat(reader.read("sample.cleaned", 1, json)).containsExactly(WASHED);
    }

    @Test
    void readsTheOldNameThroughTheRename() {
        String json = """
                {"washId":"w-1","province":"沪","serial":"AD12345","at":"2026-03-01T08:30:00Z"}""";

        assertThat(reader.read("sample.cleaned", 2, json)).containsExactly(WASHED);
    }

    @Test
    void leavesTodaysRevisionAlone() {
        String json = reader.serializer().serialize(WASHED, String.class).getData();

        assertThat(reader.read("sample.washed", 3, json)).containsExactly(WASHED);
    }

    @Test
    void keepsWhatIsNotPayload() {
        String json = """
                {"washId":"w-1","plate":"沪AD12345","at":"2026-03-01T08:30:00Z"}""";

        List<TrackedEventMessage<?>> read =
                reader.messages("sample.cleaned", 1, json).toList();

        assertThat(read).singleElement().satisfies(message -> {
            assertThat(message.getIdentifier()).isEqualTo("event-1");
            assertThat(message.getTimestamp()).isEqualTo(StoredEventsReader.RECORDED);
            assertThat(message.getMetaData()).containsEntry("actor", "driver-1");
        });
    }

    @Test
    void everyEarlierRevisionHasAnApprovedFormAndAWayIntoTodays() {
        StoredEventsReader today = new StoredEventsReader(new EventSerializer(), Upcasters.chain());
        List<ApprovedEvent> approved = Approved.names(Approved.EVENTS).stream()
                .filter(name -> name.endsWith(".json"))
                .map(ApprovedEvent::named)
                .toList();
        StoredEvents.all().forEach((name, event) -> {
            for (int revision = 1; revision < StoredEvents.storedAs(event).revision(); revision++) {
                int earlier = revision;
                assertThat(approved)
                        .as("%s, revision %s", name, earlier)
                        .filteredOn(form -> form.name().equals(name) && form.revision() == earlier)
                        .isNotEmpty()
                        .allSatisfy(form -> assertThat(today.read(name, earlier, form.json()))
                                .hasOnlyElementsOfType(event));
            }
        });
    }

    @Test
    void anAnswerOfOldWasJudgedOnNothingThatWeKnow() {
        assertThat(new StoredEventsReader(new EventSerializer(), Upcasters.chain()).read("feedback.answered", 1, """
                                {"feedbackId":"f","text":"您好","at":"2026-03-01T08:30:00Z"}"""))
                .containsExactly(new FeedbackAnswered("f", null, "您好", null, WASHED.at()));
    }
}
