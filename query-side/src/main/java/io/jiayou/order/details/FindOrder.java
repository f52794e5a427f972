package io.jiayou.order.details;

import io.jiayou.audit.timetravel.Changes;
import io.jiayou.audit.timetravel.PastDocuments;
import io.jiayou.http.given.Given;
import io.jiayou.parameters.Found;
import io.jiayou.readmodel.Reads;
import io.jiayou.rules.Rule;
import io.jiayou.values.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/orders/{orderId}} and its changes. */
@RestController
@Reads(OrderDetailsModel.class)
@Tag(name = "Orders")
class FindOrder {

    private final PastDocuments documents;
    private final OrderDetailsModel orders;

    FindOrder(PastDocuments documents, OrderDetailsModel orders) {
        this.documents = documents;
        this.orders = orders;
    }

    @GetMapping("/api/orders/{orderId}")
    @Operation(
            operationId = "findOrder",
            summary = "An order with its states and timeline",
            description = "Payment, pump and refund each have a state of their own; status is what people read.")
    OrderDetails find(
            @Parameter(example = "0197a3c5-7f00-7000-8000-000000000001") @PathVariable @Given(Limit.ID) String orderId,
            @Parameter(
                            description = PastDocuments.AS_OF_TEXT,
                            schema = @Schema(type = "string", pattern = PastDocuments.MOMENT))
                    @RequestParam(required = false)
                    @Nullable
                    String asOf,
            HttpServletResponse response) {
        return Found.orUnknown(documents.find(orders, orderId, asOf, response), Rule.ORDER_UNKNOWN);
    }

    @GetMapping("/api/orders/{orderId}/changes")
    @Reads(value = OrderDetailsModel.class, past = false)
    @Operation(
            operationId = "findOrderChanges",
            summary = "What became of an order between two moments, and by which events")
    Changes changes(
            @Parameter(example = "0197a3c5-7f00-7000-8000-000000000001") @PathVariable @Given(Limit.ID) String orderId,
            @Parameter(
                            description = PastDocuments.FROM_TEXT,
                            schema = @Schema(type = "string", pattern = PastDocuments.MOMENT))
                    @RequestParam
                    String from,
            @Parameter(
                            description = PastDocuments.TO_TEXT,
                            schema = @Schema(type = "string", pattern = PastDocuments.MOMENT))
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            HttpServletResponse response) {
        return Found.orUnknown(
                documents.changes(orders, orderId, from, to, Function.identity(), response), Rule.ORDER_UNKNOWN);
    }
}
