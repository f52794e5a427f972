package io.jiayou.http;

import java.util.Collection;
import org.springframework.web.method.HandlerMethod;

/** A bean that names the query parameters that an interceptor reads for an endpoint, whose own method doesn't take them. */
@FunctionalInterface
public interface MoreParameters {

    Collection<String> of(HandlerMethod endpoint);
}
