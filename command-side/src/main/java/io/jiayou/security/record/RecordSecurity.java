package io.jiayou.security.record;

import io.jiayou.security.events.SecurityEvent;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Keep what happened at the border. */
public record RecordSecurity(@TargetAggregateIdentifier String subject, SecurityEvent event) {}
