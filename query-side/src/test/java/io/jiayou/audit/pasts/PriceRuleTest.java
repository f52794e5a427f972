package io.jiayou.audit.pasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.order.events.LockedPrice;
import io.jiayou.order.events.OrderCompleted;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.events.Preset;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.documents.WhatIf;
import io.jiayou.values.Money;
import io.jiayou.values.UnitPrice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceRuleTest {

    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-04-01T00:00:00Z");

    private static WhatIf rule(@Nullable Long perLitre, @Nullable Long percent) {
        return new WhatIf(FROM, TO, List.of("s1"), List.of("95#"), perLitre, percent);
    }

    private static RecordedEvent event(Object payload) {
        return new RecordedEvent(3, "e", "o", 0, FROM, payload, Map.of("actor", "d"));
    }

    private static OrderPlaced placed(boolean derived) {
        LockedPrice price = new LockedPrice(new UnitPrice(7_890, "CNY"), null, derived);
        return new OrderPlaced(
                "o", "d", "s1", 1, "95#", Preset.byAmount(20_000), price, new Money(20_000, "CNY"), null, FROM);
    }

    private static OrderCompleted sale(String station, String grade, Instant at) {
        return new OrderCompleted("o", "d", station, 1, grade, 25_340, new Money(19_993, "CNY"), at);
    }

    private static long amount(WhatIf rule, boolean derived, OrderCompleted sale) {
        PriceRule price = new PriceRule(rule);
        RecordedEvent untouched = event(placed(derived));
        assertThat(price.apply(untouched)).isSameAs(untouched);
        OrderCompleted proposed = (OrderCompleted) price.apply(event(sale)).payload();
        assertThat(proposed.volumeMl()).isEqualTo(sale.volumeMl());
        return proposed.total().amount();
    }

    @Test
    void changesTheLockedPriceAndTheTotalFollows() {
        OrderCompleted sale = sale("s1", "95#", FROM);

        // 25.340 l × 7.790, 7.990 and 7.890 × 1.025 = 8.087 (8.08725) yuan
        assertThat(amount(rule(-100L, null), false, sale)).isEqualTo(19_740);
        assertThat(amount(rule(100L, null), false, sale)).isEqualTo(20_247);
        assertThat(amount(rule(null, 250L), false, sale)).isEqualTo(20_492);
        assertThat(amount(rule(0L, null), false, sale)).isEqualTo(19_993);
    }

    @Test
    void changesTheTotalWhereThePriceIsDerived() {
        OrderCompleted sale = sale("s1", "95#", FROM);

        assertThat(amount(rule(-100L, null), true, sale)).isEqualTo(19_993 - 253);
        assertThat(amount(rule(null, -1_000L), true, sale)).isEqualTo(17_994);
    }

    @Test
    void leavesEveryOtherSaleAlone() {
        WhatIf rule = rule(500L, null);

        assertThat(amount(rule, false, sale("s2", "95#", FROM))).isEqualTo(19_993);
        assertThat(amount(rule, false, sale("s1", "92#", FROM))).isEqualTo(19_993);
        assertThat(amount(rule, false, sale("s1", "95#", FROM.minusMillis(1)))).isEqualTo(19_993);
        assertThat(amount(rule, false, sale("s1", "95#", TO))).isEqualTo(19_993);
        assertThat(amount(rule, false, sale("s1", "95#", TO.minusMillis(1)))).isNotEqualTo(19_993);
    }

    @Test
    void failsWhereFuelWouldCostNothing() {
        assertThatThrownBy(() -> amount(rule(-7_890L, null), false, sale("s1", "95#", FROM)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> amount(rule(-9_000L, null), true, sale("s1", "95#", FROM)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
