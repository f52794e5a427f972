package io.jiayou.feedback.filefeedback;

import io.jiayou.command.Aggregates;
import io.jiayou.command.ErasedPersons;
import io.jiayou.command.Lookup;
import io.jiayou.driver.Driver;
import io.jiayou.driver.events.DriverEvent;
import io.jiayou.feedback.Feedback;
import io.jiayou.feedback.FeedbackAggregate;
import io.jiayou.feedback.events.FeedbackEvent;
import io.jiayou.feedback.events.FeedbackFiled;
import io.jiayou.feedback.events.FeedbackPriority;
import io.jiayou.feedback.events.OrderEvidence;
import io.jiayou.order.Order;
import io.jiayou.order.events.OrderEvent;
import io.jiayou.rules.Rule;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides on {@link FileFeedback}. */
@Component
public class FileFeedbackHandler {

    private final Aggregates<FeedbackAggregate, Feedback, FeedbackEvent> feedback;
    private final Lookup<Driver, DriverEvent> drivers;
    private final Lookup<Order, OrderEvent> orders;
    private final ErasedPersons erased;

    public FileFeedbackHandler(
            Aggregates<FeedbackAggregate, Feedback, FeedbackEvent> feedback,
            Lookup<Driver, DriverEvent> drivers,
            Lookup<Order, OrderEvent> orders,
            ErasedPersons erased) {
        this.feedback = feedback;
        this.drivers = drivers;
        this.orders = orders;
        this.erased = erased;
    }

    @CommandHandler
    void handle(FileFeedback command) {
        feedback.decideNew(command.feedbackId(), piece -> decide(piece, command, () -> evidenceFor(command)));
    }

    private @Nullable OrderEvidence evidenceFor(FileFeedback command) {
        if (command.driverId() != null) {
            drivers.requireKnown(command.driverId(), Rule.DRIVER_UNKNOWN);
            Rule.DRIVER_ERASED.require(!erased.has(command.driverId()), "an erased driver says nothing");
        }
        if (command.orderId() == null) {
            return null;
        }
        return evidence(orders.require(command.orderId(), Rule.ORDER_UNKNOWN));
    }

    private static OrderEvidence evidence(Order order) {
        return new OrderEvidence(
                order.payment() == null ? null : order.payment().amount(),
                order.dispensed() == null ? 0 : order.dispensed().volumeMl(),
                order.refundDue(),
                order.cancelled() != null);
    }

    /**
     * @param evidence asked only for a new piece: sending one again succeeds whatever became of its order
     */
    static List<FeedbackEvent> decide(
            Feedback feedback, FileFeedback command, Supplier<@Nullable OrderEvidence> evidence) {
        if (feedback.filed() != null) {
            Rule.FEEDBACK_ID_TAKEN.require(
                    command.isRepeatedBy(feedback.filed()), "the feedback id belongs to other feedback");
            return List.of();
        }
        OrderEvidence order = evidence.get();
        return List.of(new FeedbackFiled(
                command.feedbackId(),
                command.driverId(),
                command.orderId(),
                command.category(),
                command.text(),
                command.rating(),
                command.channel(),
                order,
                FeedbackPriority.of(command.category(), command.rating(), order),
                command.at()));
    }
}
