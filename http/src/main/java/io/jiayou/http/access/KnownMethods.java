package io.jiayou.http.access;

import io.jiayou.http.ProblemException;
import io.jiayou.http.ProblemWriter;
import io.jiayou.rules.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.SortedSet;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 405 with the methods that there are, wherever a path has endpoints and none of the request's method, whatever that is. Everybody
 * hears it: that a path exists is no secret, it stands in the API's document. Who asks from a page of another origin was answered before.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 9)
final class KnownMethods extends OncePerRequestFilter {

    private final EndpointRights endpoints;
    private final ProblemWriter problems;

    KnownMethods(EndpointRights endpoints, ProblemWriter problems) {
        this.endpoints = endpoints;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (endpoints.of(request).isEmpty()) {
            SortedSet<String> methods = endpoints.methods(request);
            if (!methods.isEmpty()) {
                response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
                problems.write(
                        request,
                        response,
                        new ProblemException(Problem.METHOD_NOT_ALLOWED, null, "this path takes {0}", methods));
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
