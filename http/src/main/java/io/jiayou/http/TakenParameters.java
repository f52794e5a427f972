package io.jiayou.http;

import io.jiayou.rules.Detail;
import io.jiayou.rules.Problem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.support.MultipartResolutionDelegate;

/**
 * The query parameters that an endpoint takes.
 *
 * @param names in the order in which its method has them
 * @param several those that may be given more than once
 */
record TakenParameters(Set<String> names, Set<String> several) {

    private static final DefaultParameterNameDiscoverer DISCOVERER = new DefaultParameterNameDiscoverer();

    /** @param more those that an interceptor reads, each once */
    static TakenParameters by(HandlerMethod endpoint, Collection<String> more) {
        TakenParameters taken = new TakenParameters(new LinkedHashSet<>(), new HashSet<>());
        for (MethodParameter parameter : endpoint.getMethodParameters()) {
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            // a part of a form is never in the query
            if (asked != null && !MultipartResolutionDelegate.isMultipartArgument(parameter)) {
                taken.add(name(asked, parameter), parameter.getParameterType());
            }
        }
        taken.names.addAll(more);
        return taken;
    }

    private void add(String name, Class<?> type) {
        names.add(name);
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            several.add(name);
        }
    }

    private static String name(RequestParam asked, MethodParameter parameter) {
        if (!asked.name().isEmpty()) {
            return asked.name();
        }
        parameter.initParameterNameDiscovery(DISCOVERER);
        return Objects.requireNonNull(parameter.getParameterName(), "classes are compiled with names of parameters");
    }

    /**
     * Refuses a query that has anything else.
     *
     * @param query as it was sent
     * @throws ProblemException INVALID_FIELD for a name that isn't taken, one that is given twice and isn't taken so, and one
     *     without a value; MALFORMED_REQUEST for a name that can't be decoded
     */
    void require(String query) {
        Set<String> seen = new HashSet<>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int end = pair.indexOf('=');
                String name = decoded(end < 0 ? pair : pair.substring(0, end));
                require(name, !seen.add(name), end < 0 || end == pair.length() - 1);
            }
        }
    }

    private void require(String name, boolean again, boolean empty) {
        if (!names.contains(name)) {
            throw refused(
                    name,
                    names.isEmpty()
                            ? Detail.of("there are no parameters here")
                            : Detail.of("there is no such parameter here: it takes {0}", names));
        }
        if (again && !several.contains(name)) {
            throw refused(name, Detail.of("{0} is given more than once", name));
        }
        if (empty) {
            throw refused(name, Detail.of("{0} is given without a value", name));
        }
    }

    private static ProblemException refused(String name, Detail why) {
        return ProblemException.of(Problem.INVALID_FIELD, name, why);
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.MALFORMED_REQUEST, null, "the parameters can't be decoded");
        }
    }
}
