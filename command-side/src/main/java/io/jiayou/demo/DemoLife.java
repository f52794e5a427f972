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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What generated orders do, each with the commands that an order of its fate gets. */
final class DemoLife {

    /**
     * One command.
     *
     * @param at when it is given
     * @param send decides by what was recorded before
     */
    record Step(Instant at, Runnable send) {}

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

    /** All that happens to one order, in its order. */
    List<Step> steps(DemoOrder order) {
        String id = Ids.derived("demo-order", Integer.toString(order.number()));
        String driver = DemoData.driverId(order.driver());
        String station = stations.get(order.station()).id();
        List<Step> steps = new ArrayList<>();
        Instant placed = order.at();
        steps.add(new Step(
                placed,
                () -> commands.send(
                        id,
                        new PlaceOrder(
                                id, driver, station, order.pump(), order.grade(), order.preset(), null, placed))));
        switch (order.fate()) {
            case UNPAID -> {}
            case CANCELLED -> cancel(steps, id, order);
            case PAID_WITHOUT_FUEL -> {
                pay(steps, id, order);
                file(steps, id, driver, order, FeedbackCategory.CHARGED_WITHOUT_FUEL, "付了款，油枪没有出油。", 1);
            }
            case NOTHING_DISPENSED -> {
                pay(steps, id, order);
                dispense(steps, id, order, it -> 0);
            }
            case COMPLETED -> complete(steps, id, driver, order);
        }
        return steps;
    }

    private void cancel(List<Step> steps, String id, DemoOrder order) {
        if (order.number() % 2 == 0) {
            pay(steps, id, order);
        }
        add(steps, order, 3, id, at -> new CancelOrder(id, CancellationReason.BY_DRIVER, at));
    }

    private void complete(List<Step> steps, String id, String driver, DemoOrder order) {
        pay(steps, id, order);
        dispense(
                steps,
                id,
                order,
                placed -> placed.placement().price().unitPrice().volumeFor(payable(placed))
                        * order.deliveredPerMille()
                        / 1000);
        add(steps, order, 9, id, at -> new CompleteOrder(id, at));
        if (order.number() % 12 == 0) {
            praiseOrGrumble(steps, id, driver, order);
        }
    }

    private void pay(List<Step> steps, String id, DemoOrder order) {
        add(
                steps,
                order,
                1,
                id,
                at -> new ConfirmPayment(id, payable(placed(id)), "wechat-pay", "demo-" + order.number(), at));
    }

    private Order placed(String id) {
        return orders.require(id, Rule.ORDER_UNKNOWN);
    }

    private static Money payable(Order placed) {
        return placed.placement().payable();
    }

    private void dispense(List<Step> steps, String id, DemoOrder order, ToLongFunction<Order> volumeMl) {
        add(steps, order, 7, id, at -> new RecordDispense(id, volumeMl.applyAsLong(placed(id)), null, at));
    }

    private void praiseOrGrumble(List<Step> steps, String order, String driver, DemoOrder it) {
        String feedback;
        if (it.number() % 24 == 0) {
            feedback = file(steps, order, driver, it, FeedbackCategory.PRAISE, "很方便，不用下车排队。", 5);
        } else if (it.deliveredPerMille() < 1000) {
            feedback = file(steps, order, driver, it, FeedbackCategory.REFUND, "差额什么时候退？", 3);
        } else {
            feedback = file(steps, order, driver, it, FeedbackCategory.STATION_SERVICE, "加油员态度不太好。", 2);
        }
        if (it.number() % 36 == 0) {
            add(steps, it, 60, feedback, at -> new AnswerFeedback(feedback, "感谢反馈，我们已转告站点。", at));
            add(steps, it, 90, feedback, at -> new ResolveFeedback(feedback, "已处理，谢谢。", at));
        }
    }

    private String file(
            List<Step> steps,
            String order,
            String driver,
            DemoOrder it,
            FeedbackCategory category,
            String text,
            int rating) {
        String id = Ids.derived("demo-feedback", Integer.toString(it.number()));
        add(
                steps,
                it,
                12,
                id,
                at -> new FileFeedback(id, driver, order, category, text, rating, FeedbackChannel.MINI_PROGRAM, at));
        return id;
    }

    /** Minutes after the order was placed, but not in the future. */
    private void add(List<Step> steps, DemoOrder order, int minutes, String id, Function<Instant, Object> command) {
        Instant then = order.at().plus(Duration.ofMinutes(minutes));
        Instant at = then.isBefore(now) ? then : now;
        steps.add(new Step(at, () -> commands.send(id, command.apply(at))));
    }
}
