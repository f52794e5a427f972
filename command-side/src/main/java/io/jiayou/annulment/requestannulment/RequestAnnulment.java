package io.jiayou.annulment.requestannulment;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ask for an event to be left out; asking again with the same reason changes nothing. */
public record RequestAnnulment(
        @TargetAggregateIdentifier String register, long position, String reason, String by, Instant at) {}
