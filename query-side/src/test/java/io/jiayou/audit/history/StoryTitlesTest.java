package io.jiayou.audit.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.order.events.FuelDispensed;
import io.jiayou.order.events.LockedPrice;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.events.PaymentConfirmed;
import io.jiayou.order.events.Preset;
import io.jiayou.order.events.RefundReason;
import io.jiayou.order.events.RefundRequired;
import io.jiayou.values.Money;
import io.jiayou.values.UnitPrice;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StoryTitlesTest {

    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");
    private static final Money PAID = new Money(120_000, "CNY");

    @Test
    void amountsVolumesGradesAndChannelsAreSaidAsPeopleSayThem() {
        OrderPlaced placed = new OrderPlaced(
                "o",
                "d",
                "s",
                3,
                "95#",
                new Preset(Preset.Kind.AMOUNT, 120_000L, null),
                new LockedPrice(new UnitPrice(7_890, "CNY"), AT, false),
                PAID,
                null,
                AT);

        isTold(placed, "下单：95号汽油，应付 1,200.00 元", "Order placed: 95# petrol, 1,200.00 yuan to pay");
        isTold(
                new PaymentConfirmed("o", PAID, "wechat-pay", "t", AT),
                "已支付 1,200.00 元（微信支付）",
                "Paid 1,200.00 yuan by WeChat Pay");
        isTold(
                new FuelDispensed("o", 31_250, PAID, AT),
                "加油 31.25 升，金额 1,200.00 元",
                "Pump delivered 31.25 litres for 1,200.00 yuan");
        isTold(
                new RefundRequired("o", new Money(5, "CNY"), RefundReason.DIFFERENCE, AT),
                "应退款 0.05 元（加油金额少于已付金额）",
                "0.05 yuan to be refunded (less was dispensed than paid for)");
    }

    private static void isTold(Object event, String chinese, String english) {
        assertThat(new StoryTitles(Locale.SIMPLIFIED_CHINESE).title(event)).isEqualTo(chinese);
        assertThat(new StoryTitles(Locale.ENGLISH).title(event)).isEqualTo(english);
    }
}
