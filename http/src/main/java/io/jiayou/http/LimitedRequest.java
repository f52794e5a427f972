package io.jiayou.http;

import io.jiayou.rules.Problem;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is a {@link LimitedBody}, by whatever way it is read. Parts of a form are written to disk by the server itself,
 * which asks no stream of ours: where they aren't expected there are none, and parameters are those of the query.
 */
final class LimitedRequest extends HttpServletRequestWrapper {

    private final long allowed;
    private final Duration longest;
    private final boolean parts;
    private final LimitedBody.Place place;
    private @Nullable LimitedBody body;

    /** @param parts whether a form with parts may be read; the server's own limit for those holds then */
    LimitedRequest(HttpServletRequest request, long allowed, Duration longest, boolean parts, LimitedBody.Place place) {
        super(request);
        this.allowed = allowed;
        this.longest = longest;
        this.parts = parts;
        this.place = place;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new LimitedBody(super.getInputStream(), allowed, longest, place);
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public Collection<Part> getParts() throws IOException, ServletException {
        requireNoForm();
        return super.getParts();
    }

    @Override
    public @Nullable Part getPart(String name) throws IOException, ServletException {
        requireNoForm();
        return super.getPart(name);
    }

    @Override
    public @Nullable String getParameter(String name) {
        requireNoForm();
        return super.getParameter(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        requireNoForm();
        return super.getParameterMap();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        requireNoForm();
        return super.getParameterNames();
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        requireNoForm();
        return super.getParameterValues(name);
    }

    private void requireNoForm() {
        if (!parts && Forms.isOne(getContentType())) {
            throw new ProblemException(Problem.UNSUPPORTED_MEDIA_TYPE, null, "no form is read here");
        }
    }
}
