package io.jiayou.security.listaddresses;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take a range of addresses off the list. */
public record UnlistAddresses(@TargetAggregateIdentifier String list, String range, Instant at) {}
