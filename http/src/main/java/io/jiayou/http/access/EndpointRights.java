package io.jiayou.http.access;

import io.jiayou.access.AccessTable;
import io.jiayou.access.EndpointRule;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Finds the rule for a request as Spring MVC finds its endpoint: by the same patterns, read by the same parser. */
final class EndpointRights {

    private record Guarded(PathPattern pattern, EndpointRule rule) {}

    /** A rule with what its path's variables are in a request. */
    record Match(EndpointRule rule, Map<String, String> variables) {}

    private static final String ASKED = EndpointRights.class.getName();

    /** @param uri which changes when a request is forwarded */
    private record Asked(String uri, Optional<Match> match) {}

    private final List<Guarded> rules;

    EndpointRights(AccessTable table) {
        PathPatternParser parser = PathPatternParser.defaultInstance;
        rules = table.endpoints().stream()
                .map(rule -> new Guarded(parser.parse(rule.path()), rule))
                .sorted((one, other) -> PathPattern.SPECIFICITY_COMPARATOR.compare(one.pattern, other.pattern))
                .toList();
    }

    /** The most specific rule; none if there is no such endpoint. Remembered with the request, which asks more than once. */
    Optional<Match> of(HttpServletRequest request) {
        String uri = request.getRequestURI();
        if (request.getAttribute(ASKED) instanceof Asked before && before.uri.equals(uri)) {
            return before.match;
        }
        Optional<Match> match = find(request);
        request.setAttribute(ASKED, new Asked(uri, match));
        return match;
    }

    private Optional<Match> find(HttpServletRequest request) {
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        PathContainer path = path(request);
        for (Guarded guarded : rules) {
            if (guarded.rule.method().equals(method)) {
                PathPattern.PathMatchInfo found = guarded.pattern.matchAndExtract(path);
                if (found != null) {
                    return Optional.of(new Match(guarded.rule, found.getUriVariables()));
                }
            }
        }
        return Optional.empty();
    }

    /** The methods that a path has, HEAD where it has GET; none if there is no such path. */
    SortedSet<String> methods(HttpServletRequest request) {
        PathContainer path = path(request);
        SortedSet<String> methods = new TreeSet<>();
        for (Guarded guarded : rules) {
            if (guarded.pattern.matches(path)) {
                methods.add(guarded.rule.method());
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    private static PathContainer path(HttpServletRequest request) {
        RequestPath path = ServletRequestPathUtils.hasParsedRequestPath(request)
                ? ServletRequestPathUtils.getParsedRequestPath(request)
                : ServletRequestPathUtils.parse(request);
        return path.pathWithinApplication();
    }
}
