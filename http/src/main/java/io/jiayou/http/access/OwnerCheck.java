package io.jiayou.http.access;

import io.jiayou.access.Caller;
import io.jiayou.access.EndpointRule;
import io.jiayou.access.Kind;
import io.jiayou.access.Owner;
import io.jiayou.access.Owners;
import io.jiayou.access.Role;
import io.jiayou.http.ProblemException;
import io.jiayou.rules.Problem;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * The second half of a rule: whether what a request names is the caller's own. It comes after the interceptor that waits
 * for a version, since before that a driver's newest order could be nobody's yet. What doesn't exist is nobody's own, so
 * that refusals don't tell which ids exist.
 */
final class OwnerCheck implements HandlerInterceptor {

    private final EndpointRights endpoints;
    private final Owners owners;

    OwnerCheck(EndpointRights endpoints, Owners owners) {
        this.endpoints = endpoints;
        this.owners = owners;
    }

    /** @throws ProblemException FORBIDDEN for what isn't the caller's, MISSING_FIELD for a list that isn't said to be */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Optional<Caller> caller = Callers.current();
        if (caller.isPresent() && request.getDispatcherType() == DispatcherType.REQUEST) {
            endpoints.of(request).ifPresent(match -> require(match, caller.get(), request));
        }
        return true;
    }

    private void require(EndpointRights.Match match, Caller caller, HttpServletRequest request) {
        EndpointRule rule = match.rule();
        if (!rule.byCommand() && !rule.rights().allow(caller, () -> owner(match, request))) {
            throw namesNothing(rule, request)
                    ? new ProblemException(
                            Problem.MISSING_FIELD,
                            place(rule, caller).name(),
                            "who may see only what is their own names it: {0}",
                            rule.objects().stream()
                                    .map(EndpointRule.Place::name)
                                    .toList())
                    : new ProblemException(Problem.FORBIDDEN, null, "this isn't yours");
        }
    }

    /** What can be the caller's: a driver's own, or of the station that anybody else belongs to. */
    private static EndpointRule.Place place(EndpointRule rule, Caller caller) {
        return rule.objects().stream()
                .filter(place -> (place.kind() == Kind.DRIVER) == (caller.role() == Role.DRIVER))
                .findFirst()
                .orElse(rule.objects().getFirst());
    }

    /** Whether it could say in its query what it is about, and doesn't. */
    private static boolean namesNothing(EndpointRule rule, HttpServletRequest request) {
        return !rule.objects().isEmpty()
                && rule.objects().stream()
                        .allMatch(place -> place.parameter() && request.getParameter(place.name()) == null);
    }

    private Owner owner(EndpointRights.Match match, HttpServletRequest request) {
        return match.rule().objects().stream()
                .flatMap(place -> ids(place, match, request).map(id -> owners.of(place.kind(), id)))
                .reduce(Owner.NOBODY, Owner::and);
    }

    private static Stream<String> ids(
            EndpointRule.Place place, EndpointRights.Match match, HttpServletRequest request) {
        if (place.parameter()) {
            String[] given = request.getParameterValues(place.name());
            return given == null ? Stream.empty() : Stream.of(given);
        }
        return Stream.ofNullable(match.variables().get(place.name()));
    }
}
