package io.jiayou.order.recorddispense;

import io.jiayou.values.Money;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Record what the pump delivered.
 *
 * @param volumeMl what the meter says, millilitres; zero cancels the order
 * @param total what the pump shows; if given, it must equal volume × unit price
 */
public record RecordDispense(
        @TargetAggregateIdentifier String orderId,
        long volumeMl,
        @Nullable Money total,
        Instant at) {}
