package io.jiayou.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Queries are read to the letter as {@link StrictBodies bodies} are, whatever the method: nothing unknown, nothing twice, nothing
 * without a value. Otherwise a mistyped condition would be ignored, and the answer be that to another question. Fields of forms
 * aren't looked at, nor are the queries of endpoints that aren't ours.
 */
final class StrictQueries implements HandlerInterceptor {

    /** Before whatever waits for something. */
    static final int FIRST = -100;

    private static final String OURS = "io.jiayou.";

    private final ObjectProvider<MoreParameters> more;
    private final Map<HandlerMethod, TakenParameters> known = new ConcurrentHashMap<>();

    StrictQueries(ObjectProvider<MoreParameters> more) {
        this.more = more;
    }

    /** @throws ProblemException as {@link TakenParameters#require} does */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String query = request.getQueryString();
        if (query != null
                && request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod endpoint
                && isOurs(endpoint.getBeanType())) {
            known.computeIfAbsent(endpoint, this::takenBy).require(query);
        }
        return true;
    }

    /** Who asks for the address of errors itself hears that there is nothing. */
    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith(OURS) && !ErrorController.class.isAssignableFrom(type);
    }

    private TakenParameters takenBy(HandlerMethod endpoint) {
        List<String> others =
                more.orderedStream().flatMap(it -> it.of(endpoint).stream()).toList();
        return TakenParameters.by(endpoint, others);
    }
}
