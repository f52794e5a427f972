package io.jiayou.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.feedback.events.FeedbackAnswered;
import io.jiayou.feedback.events.FeedbackFiled;
import io.jiayou.feedback.events.FeedbackPriority;
import io.jiayou.feedback.events.FeedbackResolved;
import io.jiayou.imports.ImportServer;
import io.jiayou.imports.Positions;
import io.jiayou.metadata.MetadataKeys;
import io.jiayou.order.events.FuelDispensed;
import io.jiayou.order.events.OrderCancelled;
import io.jiayou.order.events.OrderCompleted;
import io.jiayou.order.events.OrderEvent;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.events.PaymentConfirmed;
import io.jiayou.order.events.RefundReason;
import io.jiayou.order.events.RefundRequired;
import io.jiayou.station.events.PriceSet;
import io.jiayou.station.events.StationRegistered;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ImportServer
class DemoDataIT {

    private static final Instant NOW = Instant.parse("2026-11-23T04:30:00Z");

    private final DemoData demo;
    private final EventStore events;
    private final List<TrackedEventMessage<?>> history = new ArrayList<>();

    @Autowired
    DemoDataIT(DemoData demo, EventStore events) {
        this.demo = demo;
        this.events = events;
    }

    @BeforeEach
    void seed() throws Exception {
        demo.seed(NOW);
        try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(null)) {
            for (long position = Positions.head(events); position >= 0; position--) {
                history.add(stream.nextAvailable());
            }
        }
    }

    @Test
    void seedsAWeekThatEndsNow() {
        assertThat(of(OrderEvent.class)).extracting(OrderEvent::at).allSatisfy(at -> assertThat(at)
                .isBetween(NOW.minus(Duration.ofDays(8)), NOW));
        Set<Long> days = of(OrderCompleted.class)
                .map(it -> Duration.between(it.at(), NOW).toDays())
                .collect(Collectors.toSet());
        assertThat(days).contains(0L, 1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(of(StationRegistered.class)).hasSize(12);
        assertThat(of(OrderCompleted.class).map(OrderCompleted::stationId).distinct())
                .hasSize(12);
        assertThat(of(OrderCompleted.class).map(OrderCompleted::grade).distinct())
                .containsExactlyInAnyOrder("92#", "95#", "98#", "0#");
    }

    /** As if the system had lived that week: whoever asks as of a moment of it finds what had happened by then. */
    @Test
    void recordsTheWeekOverItsDaysOneEventAfterTheOther() {
        List<Instant> recorded =
                history.stream().map(TrackedEventMessage::getTimestamp).toList();

        assertThat(recorded).isSorted();
        assertThat(recorded.getFirst()).isEqualTo(NOW.minus(Duration.ofDays(30)));
        assertThat(history.stream()
                        .filter(event -> event.getPayload() instanceof OrderEvent)
                        .toList())
                .hasSizeGreaterThan(1_000)
                .allSatisfy(event -> assertThat(event.getTimestamp())
                        .isEqualTo(((OrderEvent) event.getPayload()).at().truncatedTo(ChronoUnit.MILLIS)));
        Set<Long> days = history.stream()
                .filter(event -> event.getPayload() instanceof OrderPlaced)
                .map(event -> Duration.between(event.getTimestamp(), NOW).toDays())
                .collect(Collectors.toSet());
        assertThat(days).contains(0L, 1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void letsOrdersEndInEveryWay() {
        Set<String> paid = orders(PaymentConfirmed.class);
        Set<String> dispensed = orders(FuelDispensed.class);
        Set<String> cancelled = orders(OrderCancelled.class);

        assertThat(orders(OrderCompleted.class)).hasSizeGreaterThan(300);
        assertThat(cancelled).isNotEmpty();
        assertThat(orders(OrderPlaced.class))
                .anyMatch(it -> !paid.contains(it) && !cancelled.contains(it))
                .anyMatch(it -> paid.contains(it) && !dispensed.contains(it) && !cancelled.contains(it));
        assertThat(of(RefundRequired.class).map(RefundRequired::reason).distinct())
                .contains(RefundReason.DIFFERENCE, RefundReason.CANCELLED, RefundReason.NOTHING_DISPENSED);
    }

    @Test
    void filesFeedbackOfEveryPriorityAndSettlesSome() {
        assertThat(of(FeedbackFiled.class).map(FeedbackFiled::priority).distinct())
                .containsExactlyInAnyOrder(FeedbackPriority.values());
        assertThat(of(FeedbackAnswered.class)).isNotEmpty();
        assertThat(of(FeedbackResolved.class).count())
                .isBetween(1L, of(FeedbackFiled.class).count() - 1);
    }

    @Test
    void knowsPricesOfThePastAndOfTheFuture() {
        assertThat(of(PriceSet.class).filter(it -> it.holdsFrom().isAfter(NOW))).hasSize(48);
        assertThat(of(PriceSet.class).filter(it -> it.holdsFrom().isBefore(NOW)))
                .hasSize(96);
    }

    @Test
    void saysThatItIsADemonstration() {
        assertThat(history)
                .allSatisfy(event -> assertThat(event.getMetaData()).containsEntry(MetadataKeys.CHANNEL, "demo"));
    }

    @Test
    void seedsNothingWhereItSeededBefore() {
        long before = Positions.head(events);

        demo.seed(NOW.plus(Duration.ofDays(1)));

        assertThat(Positions.head(events)).isEqualTo(before);
    }

    private <E> Stream<E> of(Class<E> type) {
        return history.stream()
                .map(TrackedEventMessage::getPayload)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private Set<String> orders(Class<? extends OrderEvent> type) {
        return of(type).map(OrderEvent::orderId).collect(Collectors.toSet());
    }
}
