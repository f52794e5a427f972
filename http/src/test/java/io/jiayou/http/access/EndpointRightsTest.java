package io.jiayou.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.access.AccessTable;
import java.util.Map;
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
}
