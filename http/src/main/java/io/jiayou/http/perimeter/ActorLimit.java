package io.jiayou.http.perimeter;

import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.http.ProblemWriter;
import io.jiayou.http.access.Callers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away an actor who sends too much, from however many addresses and sessions. Comes after the tokens' check. */
@Order(Ordered.LOWEST_PRECEDENCE - 1)
final class ActorLimit extends OncePerRequestFilter {

    private final RateLimit people;
    private final RateLimit machines;
    private final ProblemWriter problems;

    ActorLimit(RateLimit people, RateLimit machines, ProblemWriter problems) {
        this.people = people;
        this.machines = machines;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (AtTheTerminal.isWhereFrom(request)) {
            RateHeaders.sayNothing(response);
            chain.doFilter(request, response);
            return;
        }
        Optional<Standing> standing = request.getAttribute(AddressGate.UNLIMITED) == null
                ? Callers.current().flatMap(this::count)
                : Optional.empty();
        standing.ifPresent(it -> RateHeaders.say(response, it));
        Optional<Duration> refusal = standing.filter(Standing::isRefused).map(Standing::nextAfter);
        if (refusal.isPresent()) {
            TooManyRequests.answer(request, response, problems, refusal.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Standing> count(Caller caller) {
        return (caller.role() == Role.MACHINE ? machines : people).count(caller.actor());
    }

    int rows() {
        return people.size() + machines.size();
    }
}
