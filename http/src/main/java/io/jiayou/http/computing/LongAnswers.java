package io.jiayou.http.computing;

import io.jiayou.http.lasting.Rights;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Calls endpoints that take long when there is a place for them. */
final class LongAnswers implements HandlerInterceptor {

    static final String COMPUTATION = Computation.class.getName();

    private final Computations computations;
    private final InstantSource clock;

    LongAnswers(Computations computations, InstantSource clock) {
        this.computations = computations;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.hasMethodAnnotation(TakesLong.class)
                && request.getDispatcherType() == DispatcherType.REQUEST) {
            Computation computation = computations.begin(Rights.of(request).lasting(clock.instant()));
            request.setAttribute(COMPUTATION, computation);
            Computations.enter(computation);
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception exception) {
        if (request.getAttribute(COMPUTATION) instanceof Computation computation) {
            request.removeAttribute(COMPUTATION);
            Computations.leave();
            computation.close();
        }
    }
}
