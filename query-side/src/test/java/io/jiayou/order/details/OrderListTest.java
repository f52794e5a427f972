package io.jiayou.order.details;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.order.events.LockedPrice;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.events.PaymentConfirmed;
import io.jiayou.order.events.Preset;
import io.jiayou.parameters.Page;
import io.jiayou.parameters.TimeRange;
import io.jiayou.testing.Documents;
import io.jiayou.values.Money;
import io.jiayou.values.UnitPrice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderListTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Money PAYABLE = new Money(20_000, "CNY");
    private static final LockedPrice PRICE = new LockedPrice(new UnitPrice(8_000, "CNY"), NOW, false);

    private final Documents<OrderDetails> documents = Documents.of(new OrderDetailsModel());
    private final Random random = new Random(7);

    @AfterEach
    void close() {
        documents.close();
    }

    private static OrderPlaced order(String id, String driver, String station, Instant at) {
        return new OrderPlaced(id, driver, station, 1, "92#", Preset.byAmount(20_000), PRICE, PAYABLE, null, at);
    }

    private static PaymentConfirmed paid(String id) {
        return new PaymentConfirmed(id, PAYABLE, "cash", "tx-" + id, NOW);
    }

    private Page<OrderItem> page(OrderList list, @Nullable String cursor, int limit) {
        return list.page(documents.collection(), cursor, limit, NOW);
    }

    private List<String> ids(OrderList list) {
        return page(list, null, 100).items().stream().map(OrderItem::orderId).toList();
    }

    @Test
    void listsADriversOrdersNewestFirst() {
        documents.record(
                NOW,
                order("o1", "d1", "s1", NOW.minusSeconds(30)),
                order("o2", "d2", "s1", NOW.minusSeconds(20)),
                order("o3", "d1", "s2", NOW.minusSeconds(10)),
                order("o5", "d1", "s2", NOW.minusSeconds(40)),
                order("o4", "d1", "s2", NOW.minusSeconds(40)));

        assertThat(ids(new OrderList("d1", null, null))).containsExactly("o3", "o1", "o5", "o4");
        assertThat(ids(new OrderList(null, "s1", null))).containsExactly("o2", "o1");
        assertThat(ids(new OrderList("d1", "s1", null))).containsExactly("o1");
        assertThat(ids(new OrderList("nobody", null, null))).isEmpty();
    }

    @Test
    void listsOrdersWithAStatus() {
        documents.record(
                NOW,
                order("o1", "d1", "s1", NOW.minusSeconds(2)),
                order("o2", "d1", "s1", NOW.minusSeconds(1)),
                paid("o1"));

        assertThat(ids(new OrderList("d1", null, OrderStatus.PAID))).containsExactly("o1");
        assertThat(ids(new OrderList(null, "s1", OrderStatus.PAYMENT_PENDING))).containsExactly("o2");
        assertThat(ids(new OrderList(null, "s1", OrderStatus.COMPLETED))).isEmpty();
    }

    @Test
    void showsTheStatesOfEachOrder() {
        documents.record(NOW, order("o1", "d1", "s1", NOW), paid("o1"));

        OrderItem item = page(new OrderList("d1", null, null), null, 20).items().getFirst();

        assertThat(item.status()).isEqualTo(OrderStatus.PAID);
        assertThat(item.states().payment().amount()).isEqualTo(PAYABLE);
        assertThat(item.position()).isEqualTo(1);
        assertThat(item.person()).isEqualTo("d1");
    }

    @Test
    void findsOrdersOfAStationHoweverLongAgo() {
        documents.record(
                NOW,
                IntStream.of(0, 3, 30, 300, 3_000)
                        .mapToObj(days -> order("o" + days, "d", "s1", NOW.minus(Duration.ofDays(days))))
                        .toList());

        assertThat(ids(new OrderList(null, "s1", null))).containsExactly("o0", "o3", "o30", "o300", "o3000");
    }

    /** The last days hold just a page: whether there is more only the days before tell. */
    @Test
    void saysThatThereIsMoreHoweverLongAgo() {
        documents.record(
                NOW,
                order("o1", "d", "s1", NOW),
                order("o2", "d", "s1", NOW.minusSeconds(1)),
                order("old", "d", "s1", NOW.minus(Duration.ofDays(3_000))));

        Page<OrderItem> first = page(new OrderList(null, "s1", null), null, 2);

        assertThat(first.items()).extracting(OrderItem::orderId).containsExactly("o1", "o2");
        assertThat(first.nextCursor()).isNotNull();
    }

    @Test
    void readsOnlyTheLastDaysOfAStationForItsNewestOrders() {
        documents.record(
                NOW,
                IntStream.range(0, 2_000)
                        .mapToObj(
                                number -> order("o" + number, "d" + number, "s1", NOW.minus(Duration.ofHours(number))))
                        .toList());
        long before = documents.visited();

        Page<OrderItem> first = page(new OrderList(null, "s1", null), null, 20);
        Page<OrderItem> second = page(new OrderList(null, "s1", null), first.nextCursor(), 20);

        assertThat(second.items().getLast().orderId()).isEqualTo("o39");
        assertThat(documents.visited() - before).isLessThan(500);
    }

    @Test
    void listsOrdersOfATimeOfWhomeverAndWherever() {
        documents.record(
                NOW,
                order("o1", "d1", "s1", NOW.minusMillis(1)),
                order("o2", "d1", "s1", NOW),
                order("o3", "d2", "s2", NOW.plusSeconds(59)),
                order("o4", "d2", "s1", NOW.plusSeconds(60)),
                paid("o2"));
        TimeRange minute = new TimeRange(NOW, NOW.plusSeconds(60));

        assertThat(ids(new OrderList(null, null, null, minute))).containsExactly("o3", "o2");
        assertThat(ids(new OrderList("d1", null, null, minute))).containsExactly("o2");
        assertThat(ids(new OrderList(null, "s1", null, minute))).containsExactly("o2");
        assertThat(ids(new OrderList(null, null, OrderStatus.PAID, minute))).containsExactly("o2");
        assertThat(ids(new OrderList(null, null, null, new TimeRange(NOW, null))))
                .containsExactly("o4", "o3", "o2");
        assertThat(ids(new OrderList("d1", null, null, new TimeRange(null, NOW))))
                .containsExactly("o1");
        assertThat(ids(new OrderList(null, null, null, new TimeRange(NOW, NOW))))
                .isEmpty();
    }

    /** A store keeps moments to the millisecond. */
    @Test
    void takesEndsBetweenTwoMillisecondsForWhatTheyAre() {
        documents.record(NOW, order("o1", "d1", "s1", NOW));
        Instant soonAfter = NOW.plusNanos(1);

        assertThat(ids(new OrderList(null, null, null, new TimeRange(soonAfter, null))))
                .isEmpty();
        assertThat(ids(new OrderList("d1", null, null, new TimeRange(null, soonAfter))))
                .containsExactly("o1");
    }

    @Test
    void readsOnlyTheDaysOfAStationThatAreAskedFor() {
        documents.record(
                NOW,
                IntStream.range(0, 2_000)
                        .mapToObj(hours -> order("o" + hours, "d", "s1", NOW.minus(Duration.ofHours(hours))))
                        .toList());
        TimeRange aDayOfLastMonth = new TimeRange(NOW.minus(Duration.ofDays(31)), NOW.minus(Duration.ofDays(30)));
        long before = documents.visited();

        assertThat(ids(new OrderList(null, "s1", null, aDayOfLastMonth))).hasSize(24);

        assertThat(documents.visited() - before).isLessThan(250);
    }

    @Test
    void givesEachOldOrderOnceWhileNewOnesArrive() {
        TimeRange sinceThen = new TimeRange(NOW.minusSeconds(4_000_000), null);
        for (OrderList list : List.of(
                new OrderList("d1", null, null),
                new OrderList(null, "s1", null),
                new OrderList(null, null, null, sinceThen))) {
            List<OrderPlaced> old = IntStream.range(0, 237)
                    .mapToObj(number ->
                            order(list + "-" + number, "d1", "s1", NOW.minusSeconds(random.nextInt(4_000_000))))
                    .toList();
            documents.record(NOW, old);
            List<String> before = allPages(list, false);

            List<String> during = allPages(list, true);

            assertThat(new HashSet<>(during)).hasSameSizeAs(during);
            assertThat(during).containsSubsequence(before);
        }
    }

    private List<String> allPages(OrderList list, boolean whileNewOnesArrive) {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            Page<OrderItem> page = page(list, cursor, 10);
            page.items().forEach(item -> ids.add(item.orderId()));
            cursor = page.nextCursor();
            if (whileNewOnesArrive) {
                Instant at = NOW.minusSeconds(random.nextInt(4_000_000));
                documents.record(NOW, order(list + "-new-" + random.nextLong(), "d1", "s1", at));
            }
        } while (cursor != null);
        return ids;
    }
}
