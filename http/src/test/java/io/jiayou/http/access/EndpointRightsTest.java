package io.jiayou.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.access.AccessTable;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class EndpointRightsTest {

    private final EndpointRights endpoints = new EndpointRights(AccessTable.shipped());

    @Test
    void aRequestHasTheSameRuleHoweverOftenItAsks() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/orders/7/story");

        EndpointRights.Match first = endpoints.of(request).orElseThrow();

        assertThat(first.rule().path()).isEqualTo("/api/orders/{orderId}/story");
        assertThat(first.variables()).isEqualTo(Map.of("orderId", "7"));
        assertThat(endpoints.of(request)).containsSame(first);
    }

    @Test
    void aRequestThatIsForwardedGetsTheRuleOfWhereItGoes() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/orders/7");
        assertThat(endpoints.of(request)).isPresent();

        request.setRequestURI("/nowhere");

        assertThat(endpoints.of(request)).isEmpty();
    }

    @Test
    void aHeadHasTheRuleOfItsGet() {
        assertThat(ruleOf("HEAD", "/api/orders/7")).isEqualTo("GET /api/orders/{orderId}");
    }

    @Test
    void eachMethodHasARuleOfItsOwn() {
        assertThat(ruleOf("PUT", "/api/drivers/7")).isEqualTo("PUT /api/drivers/{driverId}");
        assertThat(ruleOf("DELETE", "/api/drivers/7")).isEqualTo("DELETE /api/drivers/{driverId}");
        assertThat(endpoints.of(new MockHttpServletRequest("PATCH", "/api/drivers/7")))
                .isEmpty();
    }

    @Test
    void aNameGoesBeforeAVariableInItsPlace() {
        assertThat(ruleOf("DELETE", "/api/sessions/current")).isEqualTo("DELETE /api/sessions/current");
        assertThat(ruleOf("DELETE", "/api/sessions/7")).isEqualTo("DELETE /api/sessions/{sessionId}");
    }

    @Test
    void aPathHasTheMethodsOfAllItsRulesAndHeadWhereItHasGet() {
        assertThat(methodsOf("/api/orders")).containsExactly("GET", "HEAD", "POST");
        assertThat(methodsOf("/api/password")).containsExactly("PUT");
        assertThat(methodsOf("/nowhere")).isEmpty();
    }

    private Set<String> methodsOf(String path) {
        return endpoints.methods(new MockHttpServletRequest("PATCH", path));
    }

    private String ruleOf(String method, String path) {
        return endpoints
                .of(new MockHttpServletRequest(method, path))
                .orElseThrow()
                .rule()
                .name();
    }
}
