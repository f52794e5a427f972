package io.jiayou.annulment.reportunreadableevent;

import io.jiayou.command.AggregateStopped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Tells of stops that requests meet outside a command, where they only look at an aggregate. Others answer the request. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StopsOfRequests implements HandlerExceptionResolver {

    private final StoppedAggregates stops;

    StopsOfRequests(StoppedAggregates stops) {
        this.stops = stops;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (failure instanceof AggregateStopped stopped) {
            stops.met(stopped);
        }
        return null;
    }
}
