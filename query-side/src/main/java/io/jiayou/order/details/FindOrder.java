package io.jiayou.order.details;

import io.jiayou.parameters.Found;
import io.jiayou.readmodel.ReadModels;
import io.jiayou.readmodel.Reads;
import io.jiayou.rules.Rule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/orders/{orderId}}. */
@RestController
@Reads(OrderDetailsModel.class)
@Tag(name = "Orders")
class FindOrder {

    private final ReadModels readModels;
    private final OrderDetailsModel orders;

    FindOrder(ReadModels readModels, OrderDetailsModel orders) {
        this.readModels = readModels;
        this.orders = orders;
    }

    @GetMapping("/api/orders/{orderId}")
    @Operation(
            operationId = "findOrder",
            summary = "An order with its states and timeline",
            description = "Payment, pump and refund each have a state of their own; status is what people read.")
    OrderDetails find(@Parameter(example = "0197a3c5-7f00-7000-8000-000000000001") @PathVariable String orderId) {
        return Found.orUnknown(readModels.of(orders).find(orderId), Rule.ORDER_UNKNOWN);
    }
}
