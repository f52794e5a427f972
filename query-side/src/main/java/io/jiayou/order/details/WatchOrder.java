package io.jiayou.order.details;

import io.jiayou.http.given.Given;
import io.jiayou.http.lasting.Lasting;
import io.jiayou.http.lasting.Rights;
import io.jiayou.parameters.Found;
import io.jiayou.readmodel.LiveUpdates;
import io.jiayou.readmodel.ReadModels;
import io.jiayou.readmodel.Reads;
import io.jiayou.rules.Rule;
import io.jiayou.values.Limit;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** {@code GET /api/orders/{orderId}/live}. */
@RestController
@Reads(value = OrderDetailsModel.class, past = false)
@Tag(name = "Orders")
class WatchOrder {

    /** The gauge of streams that are open on this node. */
    static final String OPEN = "jiayou.live.streams";

    private static final String EXAMPLE =
            "id:42\nevent:order\ndata:{\"orderId\":\"0197a3c5-7f00-7000-8000-000000000001\",\"status\":\"PAID\"}\n\n";

    private final ReadModels readModels;
    private final OrderDetailsModel orders;
    private final LiveUpdates updates;
    private final Lasting lasting;
    private final AtomicInteger open = new AtomicInteger();
    private final Duration heartbeat;

    WatchOrder(
            ReadModels readModels,
            OrderDetailsModel orders,
            LiveUpdates updates,
            Lasting lasting,
            MeterRegistry meters,
            @Value("${jiayou.live.heartbeat:15s}") Duration heartbeat) {
        this.readModels = readModels;
        this.orders = orders;
        this.updates = updates;
        this.lasting = lasting;
        Gauge.builder(OPEN, open, AtomicInteger::get)
                .description("Streams of single orders that are open on this node")
                .register(meters);
        this.heartbeat = heartbeat;
    }

    @GetMapping(path = "/api/orders/{orderId}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            operationId = "watchOrder",
            summary = "An order while it changes",
            description = "Server-sent events named order, each with the whole order and with its position as id:"
                    + " first the order as it is, also after a reconnection, then each change. Who reads slowly misses"
                    + " states in between, never the last one. An event named stopped, with the position of an event as"
                    + " its data, says that the order stands as it was before that one, which it can't take. A comment"
                    + " every 15 s keeps the connection open. It ends with the access token, or sooner with the session:"
                    + " go on with the next token.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema =
                                    @Schema(
                                            type = "string",
                                            description = "server-sent events, whose data is an OrderDetails"),
                            examples = @ExampleObject(EXAMPLE)))
    ResponseEntity<SseEmitter> watch(
            @Parameter(example = "0197a3c5-7f00-7000-8000-000000000001") @PathVariable @Given(Limit.ID) String orderId,
            HttpServletRequest request) {
        Found.orUnknown(readModels.of(orders).find(orderId), Rule.ORDER_UNKNOWN);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .header("X-Accel-Buffering", "no");
        // nobody who asks for the head alone would ever be seen to go
        return request.getMethod().equals("HEAD")
                ? answer.build()
                : answer.body(begun(orderId, request).emitter());
    }

    private OrderStream begun(String orderId, HttpServletRequest request) {
        OrderStream stream = new OrderStream(lasting, Rights.of(request), heartbeat);
        try {
            stream.open(
                    updates.subscribe(orders, orderId, stream::send, stream::stopped, stream::end),
                    open::decrementAndGet);
            open.incrementAndGet();
            return stream;
        } catch (RuntimeException e) {
            stream.giveUp();
            throw e;
        }
    }
}
