package io.jiayou.http;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.ApiVersion;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointWebExtension;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;

/** Health over HTTP: whoever may not see what there is hears {@code UP} or {@code DOWN} and nothing else. */
final class HealthForStrangers extends HealthEndpointWebExtension {

    HealthForStrangers(HealthContributorRegistry contributors, HealthEndpointGroups groups, Duration slow) {
        super(contributors, null, groups, slow);
    }

    @Override
    public WebEndpointResponse<HealthDescriptor> health(
            ApiVersion version,
            @Nullable WebServerNamespace server,
            SecurityContext caller,
            boolean always,
            String... path) {
        WebEndpointResponse<HealthDescriptor> answer = super.health(version, server, caller, always, path);
        return answer.getBody() instanceof CompositeHealthDescriptor all && all.getComponents() == null
                ? upOrDown(all.getStatus(), answer.getStatus())
                : answer;
    }

    /** Descriptors are Boot's own alone; what the answer holds is written as it is. */
    @SuppressWarnings("unchecked")
    private static WebEndpointResponse<HealthDescriptor> upOrDown(Status health, int status) {
        Status told = health.equals(Status.UP) ? Status.UP : Status.DOWN;
        return (WebEndpointResponse<HealthDescriptor>)
                (WebEndpointResponse<?>) new WebEndpointResponse<>(Map.of("status", told.getCode()), status);
    }
}
