package io.jiayou.http.access;

import io.jiayou.access.Caller;
import io.jiayou.access.EndpointRule;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * The first half of a rule, before anything is looked up: whether somebody of this role may use the endpoint at all.
 * {@link OwnerCheck} is the second half.
 */
final class RoleCheck implements AuthorizationManager<RequestAuthorizationContext> {

    /** Set on requests to the id of the actor whose token was believed. */
    static final String ACTOR = "io.jiayou.actor";

    /** Set on requests to the role of that actor. */
    static final String ROLE = "io.jiayou.role";

    private final EndpointRights endpoints;
    private final Access access;

    RoleCheck(EndpointRights endpoints, Access access) {
        this.endpoints = endpoints;
        this.access = access;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
        Optional<EndpointRule> rule = endpoints.of(context.getRequest()).map(EndpointRights.Match::rule);
        Optional<Caller> caller = Callers.of(authentication.get());
        caller.ifPresent(it -> {
            context.getRequest().setAttribute(ACTOR, it.actor());
            context.getRequest().setAttribute(ROLE, it.role());
        });
        return new AuthorizationDecision(caller.isPresent() ? isAllowed(rule, caller.get()) : isOpen(rule));
    }

    /** Who comes without a token: an endpoint that everybody may use, or any in an open system that isn't guarded. */
    private boolean isOpen(Optional<EndpointRule> rule) {
        return rule.map(it -> it.rights().everybody() || access == Access.OPEN && !it.always())
                .orElse(access == Access.OPEN);
    }

    private boolean isAllowed(Optional<EndpointRule> rule, Caller caller) {
        return rule.map(it -> it.letsIn(caller)).orElse(access == Access.OPEN);
    }
}
