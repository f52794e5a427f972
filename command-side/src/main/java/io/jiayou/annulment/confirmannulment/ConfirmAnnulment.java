package io.jiayou.annulment.confirmannulment;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Agree that an event is left out; agreeing twice changes nothing. */
public record ConfirmAnnulment(@TargetAggregateIdentifier String register, long position, String by, Instant at) {}
