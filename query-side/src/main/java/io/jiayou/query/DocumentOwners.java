package io.jiayou.query;

import io.jiayou.access.Kind;
import io.jiayou.access.Owner;
import io.jiayou.access.Owners;
import io.jiayou.feedback.queue.FeedbackDetails;
import io.jiayou.feedback.queue.FeedbackModel;
import io.jiayou.order.details.OrderDetails;
import io.jiayou.order.details.OrderDetailsModel;
import io.jiayou.readmodel.ReadModels;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose things are, as the read models show them. */
@Component
class DocumentOwners implements Owners {

    private final ReadModels readModels;
    private final OrderDetailsModel orders;
    private final FeedbackModel feedback;

    DocumentOwners(ReadModels readModels, OrderDetailsModel orders, FeedbackModel feedback) {
        this.readModels = readModels;
        this.orders = orders;
        this.feedback = feedback;
    }

    @Override
    public Owner of(Kind kind, String id) {
        return switch (kind) {
            case DRIVER -> Owner.driver(id);
            case STATION -> Owner.station(id);
            case ORDER ->
                readModels.of(orders).find(id).map(DocumentOwners::ofOrder).orElse(Owner.NOBODY);
            case FEEDBACK ->
                readModels.of(feedback).find(id).map(this::ofFeedback).orElse(Owner.NOBODY);
        };
    }

    private static Owner ofOrder(OrderDetails order) {
        return Owner.driver(order.driverId()).and(Owner.station(order.stationId()));
    }

    private Owner ofFeedback(FeedbackDetails it) {
        Owner driver = Optional.ofNullable(it.driverId()).map(Owner::driver).orElse(Owner.NOBODY);
        return Optional.ofNullable(it.orderId())
                .map(order -> driver.and(of(Kind.ORDER, order)))
                .orElse(driver);
    }
}
