package io.jiayou.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.approved.Approved;
import io.jiayou.approved.SampleEvents;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.feedback.events.FeedbackAnswered;
import io.jiayou.metadata.StoredAs;
import io.jiayou.order.events.OrderCancelled;
import io.jiayou.serialization.EventSerializer;
import io.jiayou.serialization.StoredEvents;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;

class PersonalFieldsTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "personal-fields.md");
    private static final Instant AT = Instant.parse("2026-03-01T08:30:00Z");
    private static final DriverRegistered REGISTERED =
            new DriverRegistered("d1", "张三", "+8613800138000", null, null, AT);

    private static Object sealed(Object event) {
        return PersonalFields.of(event.getClass()).exchange(event, (type, field, person, text) -> new SealedText(
                        type, field, person, text.getBytes(StandardCharsets.UTF_8))
                .toString());
    }

    @Test
    void exchangesMarkedTextsOnlyAndLeavesAbsentOnesAbsent() {
        assertThat(sealed(REGISTERED))
                .isEqualTo(new DriverRegistered(
                        "d1",
                        "sealed1:driver.registered:name:d1:5byg5LiJ",
                        "sealed1:driver.registered:phone:d1:Kzg2MTM4MDAxMzgwMDA",
                        null,
                        null,
                        AT));
    }

    @Test
    void feedbackOfNobodyKnownIsItsOwnPerson() {
        assertThat(sealed(new FeedbackAnswered("f1", null, "您好", null, AT)).toString())
                .contains("sealed1:feedback.answered:text:f1:");
        assertThat(sealed(new FeedbackAnswered("f1", "d1", "您好", null, AT)).toString())
                .contains("sealed1:feedback.answered:text:d1:");
    }

    @Test
    void anEventWithoutPersonalTextsStaysItself() {
        Object cancelled = SampleEvents.all().stream()
                .map(SampleEvents.Sample::event)
                .filter(OrderCancelled.class::isInstance)
                .findFirst()
                .orElseThrow();

        assertThat(sealed(cancelled)).isSameAs(cancelled);
    }

    @Test
    void aSealedTextOfAnotherFieldOrPersonCountsAsOpen() {
        PersonalFields fields = PersonalFields.of(DriverRegistered.class);
        String ofAnother = new SealedText("driver.registered", "name", "d2", new byte[8]).toString();

        assertThat(fields.areSealed(REGISTERED)).isFalse();
        assertThat(fields.areSealed(sealed(REGISTERED))).isTrue();
        assertThat(fields.areSealed(new DriverRegistered("d1", ofAnother, null, null, null, AT)))
                .isFalse();
        assertThat(fields.areSealed(new DriverRegistered("d1", SealedText.ERASED, null, null, null, AT)))
                .isTrue();
    }

    @Test
    void whatStoresAreWrittenByRefusesAnEventInTheOpen() {
        EventSerializer serializer = EventSerializer.ofSealedEvents();

        assertThatThrownBy(() -> serializer.serialize(REGISTERED, byte[].class))
                .isInstanceOf(SerializationException.class)
                .hasMessageNotContaining("张三");
        assertThat(serializer.serialize(sealed(REGISTERED), byte[].class).getData())
                .isNotEmpty();
    }

    @Test
    void theDocumentListsAllMarkedFields() {
        String table = StoredEvents.all().entrySet().stream()
                .flatMap(event -> rows(event).stream())
                .collect(Collectors.joining());

        assertThat(table.lines()).hasSizeGreaterThanOrEqualTo(12);
        Approved.matches(DOCUMENT, """
                # Personal fields of events

                What is sealed under a person's key before it's stored; everything else is in the open. This page is written by a
                test of `shared-kernel` from the annotation `@Personal`. What it means: [privacy](privacy.md).

                | Event | Field | Whose |
                |---|---|---|
                """ + table);
    }

    private static List<String> rows(Map.Entry<String, Class<?>> event) {
        List<String> rows = new ArrayList<>();
        int revision = Objects.requireNonNull(event.getValue().getAnnotation(StoredAs.class))
                .revision();
        for (var component : event.getValue().getRecordComponents()) {
            Personal personal = component.getAnnotation(Personal.class);
            if (personal != null) {
                rows.add("| `%s` r%d | `%s` | %s |%n"
                        .formatted(
                                event.getKey(),
                                revision,
                                component.getName(),
                                Arrays.stream(personal.of()).collect(Collectors.joining("`, else `", "`", "`"))));
            }
        }
        return rows;
    }
}
