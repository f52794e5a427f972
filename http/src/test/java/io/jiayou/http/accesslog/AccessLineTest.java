package io.jiayou.http.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.access.Role;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.HandlerMapping;

class AccessLineTest {

    private static MockHttpServletRequest request(String method, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setRemoteAddr("203.0.113.77");
        return request;
    }

    private static String line(MockHttpServletRequest request) {
        return AccessLine.of(request, Instant.parse("2026-03-01T08:00:00Z"), 200, 3, 512)
                .json();
    }

    @Test
    void saysWhatWasAskedAndNothingOfWhatItHeld() {
        MockHttpServletRequest request = request("GET", "/api/drivers/13800138000");
        request.setQueryString("token=secret&phone=13800138001");
        request.addHeader("Authorization", "Bearer secret");
        request.addHeader("User-Agent", "somebody's phone");
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/api/drivers/{driverId}");
        request.setAttribute("correlationId", "trip-7");
        request.setAttribute("io.jiayou.role", Role.AGENT);
        request.setAttribute("io.jiayou.actor", "agent-1");

        assertThat(line(request))
                .isEqualTo("{\"at\":\"2026-03-01T08:00:00Z\",\"method\":\"GET\",\"route\":\"/api/drivers/{driverId}\","
                        + "\"status\":200,\"millis\":3,\"bytes\":512,\"role\":\"agent\",\"network\":\"203.0.113.0/24\","
                        + "\"correlationId\":\"trip-7\"}");
    }

    @Test
    void saysNothingOfAPathThatNobodyKnows() {
        assertThat(line(request("GET", "/13800138000"))).doesNotContain("13800138000", "route");
    }

    @Test
    void saysNotWhereADriverWas() {
        MockHttpServletRequest request = request("GET", "/api/orders/o1");
        request.setAttribute("io.jiayou.role", Role.DRIVER);

        assertThat(line(request)).contains("\"role\":\"driver\"").doesNotContain("network", "203.0.113");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/sessions/wechat",
                "/api/sessions/phone",
                "/api/sessions/phone/codes",
                "/api/sessions/refresh",
                "/api/sessions/nothing",
                "/api/sessions",
                "/api/stations",
                "/docs"
            })
    void saysNotWhereSomebodyIsWhoMayBeADriver(String path) {
        assertThat(line(request("POST", path))).doesNotContain("network");
    }

    @ParameterizedTest
    @CsvSource({"/api/sessions/staff", "/api/sessions/machine", "/api/sessions/terminal"})
    void saysTheNetworkWhereStaffAndProgramsLogIn(String path) {
        MockHttpServletRequest request = request("POST", path);
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, path);

        assertThat(line(request)).contains("\"network\":\"203.0.113.0/24\"").doesNotContain("203.0.113.77");
    }

    @Test
    void hidesTheHostInANetworkOfIpv6() {
        MockHttpServletRequest request = request("POST", "/api/sessions/staff");
        request.setRemoteAddr("2001:db8:1:2:3:4:5:6");

        assertThat(line(request)).contains("\"network\":\"2001:db8:1:0:0:0:0:0/48\"");
    }
}
