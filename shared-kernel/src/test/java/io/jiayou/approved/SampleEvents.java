package io.jiayou.approved;

import io.jiayou.annulment.events.AnnulmentConfirmed;
import io.jiayou.annulment.events.AnnulmentRequested;
import io.jiayou.annulment.events.UnreadableEventReported;
import io.jiayou.driver.events.DriverErased;
import io.jiayou.driver.events.DriverProfileChanged;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.IdentifierClaimed;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.driver.events.IdentifierProved;
import io.jiayou.driver.events.IdentifierReleased;
import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.driver.events.VehicleRemoved;
import io.jiayou.feedback.events.FeedbackAnswered;
import io.jiayou.feedback.events.FeedbackCategory;
import io.jiayou.feedback.events.FeedbackChannel;
import io.jiayou.feedback.events.FeedbackFiled;
import io.jiayou.feedback.events.FeedbackPriority;
import io.jiayou.feedback.events.FeedbackReopened;
import io.jiayou.feedback.events.FeedbackResolved;
import io.jiayou.feedback.events.JudgedOn;
import io.jiayou.feedback.events.OrderEvidence;
import io.jiayou.order.events.CancellationReason;
import io.jiayou.order.events.FuelDispensed;
import io.jiayou.order.events.LockedPrice;
import io.jiayou.order.events.OrderCancelled;
import io.jiayou.order.events.OrderCompleted;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.events.PaymentConfirmed;
import io.jiayou.order.events.Preset;
import io.jiayou.order.events.RefundReason;
import io.jiayou.order.events.RefundRequired;
import io.jiayou.retention.events.SetPruned;
import io.jiayou.station.events.PriceSet;
import io.jiayou.station.events.PumpSet;
import io.jiayou.station.events.StationClosed;
import io.jiayou.station.events.StationDescribed;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.events.StationOpened;
import io.jiayou.station.events.StationRegistered;
import io.jiayou.values.GeoPoint;
import io.jiayou.values.Money;
import io.jiayou.values.UnitPrice;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One invented event of every kind and, where components are optional, one without them. */
public final class SampleEvents {

    /**
     * @param variant what tells samples of one event apart: complete, minimal
     */
    public record Sample(String variant, Object event) {}

    private static final String DRIVER = "0198c5a0-0000-7000-8000-000000000001";
    private static final String STATION = "0198c5a0-0000-7000-8000-000000000002";
    private static final String ORDER = "0198c5a0-0000-7000-8000-000000000003";
    private static final String FEEDBACK = "0198c5a0-0000-7000-8000-000000000004";
    private static final String CLAIM = "0198c5a0-0000-8000-8000-000000000005";
    private static final String ARCHIVE = "0123456789abcdef0123456789abcdef";
    private static final Instant AT = Instant.parse("2026-03-01T08:30:00.250Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-02-28T16:00:00Z");
    private static final Money HUNDRED_YUAN = new Money(10_000, "CNY");
    private static final UnitPrice PRICE = new UnitPrice(7_890, "CNY");

    private static final JudgedOn JUDGED_ON = new JudgedOn(ORDER, 3, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");

    private SampleEvents() {}

    public static List<Sample> all() {
        return Stream.of(
                        drivers(),
                        stations(),
                        orders(),
                        feedback(),
                        retention(),
                        annulments(),
                        SampleIdentityEvents.all(),
                        SampleSecurityEvents.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Sample> drivers() {
        return List.of(
                complete(new DriverRegistered(DRIVER, "张三", "+8613800138000", "openid-1", "7000000001", AT)),
                minimal(new DriverRegistered(DRIVER, "张三", null, null, null, AT)),
                complete(new DriverProfileChanged(DRIVER, "张三丰", "+8613800138000", AT)),
                minimal(new DriverProfileChanged(DRIVER, "张三丰", null, AT)),
                complete(new VehicleAdded(DRIVER, "沪AD12345", AT)),
                complete(new VehicleRemoved(DRIVER, "沪AD12345", 1, AT)),
                minimal(new VehicleRemoved(DRIVER, "沪AD12345", null, AT)),
                complete(new DriverErased(DRIVER, AT)),
                complete(new IdentifierClaimed(CLAIM, IdentifierKind.PHONE, DRIVER, AT)),
                complete(new IdentifierProved(CLAIM, IdentifierKind.PHONE, DRIVER, AT)),
                complete(new IdentifierReleased(CLAIM, DRIVER, AT)));
    }

    private static List<Sample> stations() {
        StationDescription described = new StationDescription(
                "人民路加油站",
                "中国石化",
                "人民路 1 号",
                "黄浦区",
                new GeoPoint(31.2304, 121.4737),
                "Mo-Su 06:00-22:00",
                "Asia/Shanghai");
        StationDescription named = new StationDescription("人民路加油站", null, null, null, null, null, "Asia/Shanghai");
        return List.of(
                complete(new StationRegistered(STATION, described, AT)),
                minimal(new StationRegistered(STATION, named, AT)),
                complete(new StationDescribed(STATION, described, AT)),
                minimal(new StationDescribed(STATION, named, AT)),
                complete(new StationOpened(STATION, AT)),
                complete(new StationClosed(STATION, "tank inspection", AT)),
                minimal(new StationClosed(STATION, null, AT)),
                complete(new PriceSet(STATION, "92#", PRICE, MIDNIGHT, AT)),
                complete(new PumpSet(STATION, 3, List.of("92#", "95#"), true, AT)));
    }

    private static List<Sample> orders() {
        LockedPrice locked = new LockedPrice(PRICE, MIDNIGHT, false);
        LockedPrice derived = new LockedPrice(new UnitPrice(34_512, "CZK"), null, true);
        Money total = new Money(27_615, "CNY");
        return List.of(
                complete(placed(3, Preset.byAmount(10_000), locked, HUNDRED_YUAN, "沪AD12345")),
                minimal(placed(null, Preset.byVolume(20_000), derived, new Money(69_024, "CZK"), null)),
                new Sample("full-tank", placed(3, Preset.fullTank(50_000), locked, new Money(47_340, "CNY"), null)),
                complete(new PaymentConfirmed(ORDER, HUNDRED_YUAN, "wechat-pay", "4200000000000000000000000001", AT)),
                complete(new FuelDispensed(ORDER, 35_000, total, AT)),
                complete(new RefundRequired(ORDER, new Money(5, "CNY"), RefundReason.DIFFERENCE, AT)),
                complete(new OrderCompleted(ORDER, DRIVER, STATION, 3, "92#", 35_000, total, AT)),
                minimal(new OrderCompleted(ORDER, DRIVER, STATION, null, "92#", 35_000, total, AT)),
                complete(new OrderCancelled(ORDER, CancellationReason.BY_DRIVER, AT)));
    }

    private static OrderPlaced placed(
            @Nullable Integer pump, Preset preset, LockedPrice price, Money payable, @Nullable String plate) {
        return new OrderPlaced(ORDER, DRIVER, STATION, pump, "92#", preset, price, payable, plate, AT);
    }

    private static List<Sample> feedback() {
        return List.of(
                complete(filed(DRIVER, ORDER, 1, new OrderEvidence(HUNDRED_YUAN, 0, HUNDRED_YUAN, true))),
                minimal(filed(null, null, null, null)),
                new Sample("unpaid", filed(null, ORDER, null, new OrderEvidence(null, 0, null, false))),
                complete(new FeedbackAnswered(FEEDBACK, DRIVER, "我们正在核实。", JUDGED_ON, AT)),
                minimal(new FeedbackAnswered(FEEDBACK, null, "我们正在核实。", null, AT)),
                complete(new FeedbackResolved(FEEDBACK, DRIVER, "已全额退款。", JUDGED_ON, AT)),
                minimal(new FeedbackResolved(FEEDBACK, null, "已全额退款。", null, AT)),
                complete(new FeedbackReopened(FEEDBACK, DRIVER, "the money hasn't arrived", AT)),
                minimal(new FeedbackReopened(FEEDBACK, null, "the money hasn't arrived", AT)));
    }

    private static List<Sample> retention() {
        String sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        String rule = "last 3, daily 7, weekly 5, monthly 12, yearly 5";
        return List.of(
                complete(new SetPruned(ARCHIVE, 3, sha256, "s3://bucket/jiayou", rule, "system", AT)),
                minimal(new SetPruned(ARCHIVE, 3, sha256, "s3://bucket/jiayou", null, null, AT)));
    }

    private static List<Sample> annulments() {
        String event = "0197a3c5-7f00-7000-8000-0000000000e1";
        return List.of(
                complete(new UnreadableEventReported(
                        42, event, ORDER, 3, "order.completed", "order-details", "ArithmeticException", AT)),
                minimal(new UnreadableEventReported(
                        42, event, null, 0, "order.completed", "aggregate", "ArithmeticException", AT)),
                complete(new AnnulmentRequested(42, "an impossible date", "account-1", AT)),
                complete(new AnnulmentConfirmed(42, event, ORDER, 3, "account-2", AT)),
                minimal(new AnnulmentConfirmed(42, event, null, 0, "account-2", AT)));
    }

    private static FeedbackFiled filed(
            @Nullable String driverId,
            @Nullable String orderId,
            @Nullable Integer rating,
            @Nullable OrderEvidence evidence) {
        FeedbackCategory category = FeedbackCategory.CHARGED_WITHOUT_FUEL;
        return new FeedbackFiled(
                FEEDBACK,
                driverId,
                orderId,
                category,
                "付了钱没有加到油",
                rating,
                FeedbackChannel.MINI_PROGRAM,
                evidence,
                FeedbackPriority.of(category, rating, evidence),
                AT);
    }

    static Sample complete(Object event) {
        return new Sample("complete", event);
    }

    static Sample minimal(Object event) {
        return new Sample("minimal", event);
    }
}
