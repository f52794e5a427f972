package io.jiayou.demo;

import io.jiayou.command.Commands;
import io.jiayou.command.Lookup;
import io.jiayou.feedback.answerfeedback.AnswerFeedback;
import io.jiayou.feedback.events.FeedbackCategory;
import io.jiayou.feedback.events.FeedbackChannel;
import io.jiayou.feedback.filefeedback.FileFeedback;
import io.jiayou.feedback.resolvefeedback.ResolveFeedback;
import io.jiayou.ids.Ids;
import io.jiayou.order.Order;
import io.jiayou.order.cancelorder.CancelOrder;
import io.jiayou.order.completeorder.CompleteOrder;
import io.jiayou.order.confirmpayment.ConfirmPayment;
import io.jiayou.order.events.CancellationReason;
import io.jiayou.order.events.OrderEvent;
import io.jiayou.order.placeorder.PlaceOrder;
import io.jiayou.order.recorddispense.RecordDispense;
import io.jiayou.rules.Rule;
import io.jiayou.values.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Lets generated orders happen, each with the commands that an order of its fate gets. */
final class DemoLife {

    private final Commands commands;
    private final Lookup<Order, OrderEvent> orders;
    private final List<DemoStation> stations;
    private final Instant now;

    DemoLife(Commands commands, Lookup<Order, OrderEvent> orders, List<DemoStation> stations, Instant now) {
        this.commands = commands;
        this.orders = orders;
        this.stations = stations;
        this.now = now;
    }

    void live(DemoOrder order) {
        String id = Ids.derived("demo-order", Integer.toString(order.number()));
        String driver = DemoData.driverId(order.driver());
        String station = stations.get(order.station()).id();
        commands.send(
                id, new PlaceOrder(id, driver, station, order.pump(), order.grade(), order.preset(), null, order.at()));
        switch (order.fate()) {
            case UNPAID -> {}
            case CANCELLED -> cancel(id, order);
            case PAID_WITHOUT_FUEL -> {
                pay(id, order);
                complain(id, driver, order);
            }
            case NOTHING_DISPENSED -> {
                pay(id, order);
                dispense(id, 0, order);
            }
            case COMPLETED -> complete(id, driver, order);
        }
    }

    private void cancel(String id, DemoOrder order) {
        if (order.number() % 2 == 0) {
            pay(id, order);
        }
        commands.send(id, new CancelOrder(id, CancellationReason.BY_DRIVER, minutesAfter(order, 3)));
    }

    private void complete(String id, String driver, DemoOrder order) {
        Order placed = pay(id, order);
        long ordered = placed.placement().price().unitPrice().volumeFor(payable(placed));
        dispense(id, ordered * order.deliveredPerMille() / 1000, order);
        commands.send(id, new CompleteOrder(id, minutesAfter(order, 9)));
        if (order.number() % 12 == 0) {
            praiseOrGrumble(id, driver, order);
        }
    }

    private Order pay(String id, DemoOrder order) {
        Order placed = orders.require(id, Rule.ORDER_UNKNOWN);
        commands.send(
                id,
                new ConfirmPayment(
                        id, payable(placed), "wechat-pay", "demo-" + order.number(), minutesAfter(order, 1)));
        return placed;
    }

    private static Money payable(Order placed) {
        return placed.placement().payable();
    }

    private void dispense(String id, long volumeMl, DemoOrder order) {
        commands.send(id, new RecordDispense(id, volumeMl, null, minutesAfter(order, 7)));
    }

    private void complain(String order, String driver, DemoOrder it) {
        file(order, driver, it, FeedbackCategory.CHARGED_WITHOUT_FUEL, "付了款，油枪没有出油。", 1);
    }

    private void praiseOrGrumble(String order, String driver, DemoOrder it) {
        String feedback;
        if (it.number() % 24 == 0) {
            feedback = file(order, driver, it, FeedbackCategory.PRAISE, "很方便，不用下车排队。", 5);
        } else if (it.deliveredPerMille() < 1000) {
            feedback = file(order, driver, it, FeedbackCategory.REFUND, "差额什么时候退？", 3);
        } else {
            feedback = file(order, driver, it, FeedbackCategory.STATION_SERVICE, "加油员态度不太好。", 2);
        }
        if (it.number() % 36 == 0) {
            commands.send(feedback, new AnswerFeedback(feedback, "感谢反馈，我们已转告站点。", minutesAfter(it, 60)));
            commands.send(feedback, new ResolveFeedback(feedback, "已处理，谢谢。", minutesAfter(it, 90)));
        }
    }

    private String file(String order, String driver, DemoOrder it, FeedbackCategory category, String text, int rating) {
        String id = Ids.derived("demo-feedback", Integer.toString(it.number()));
        commands.send(
                id,
                new FileFeedback(
                        id, driver, order, category, text, rating, FeedbackChannel.MINI_PROGRAM, minutesAfter(it, 12)));
        return id;
    }

    private Instant minutesAfter(DemoOrder order, int minutes) {
        Instant at = order.at().plus(Duration.ofMinutes(minutes));
        return at.isBefore(now) ? at : now;
    }
}
