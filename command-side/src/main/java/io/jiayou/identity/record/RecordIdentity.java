package io.jiayou.identity.record;

import io.jiayou.identity.events.IdentityEvent;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Keep what happened to an account, a key or a session. */
public record RecordIdentity(@TargetAggregateIdentifier String subject, IdentityEvent event) {}
