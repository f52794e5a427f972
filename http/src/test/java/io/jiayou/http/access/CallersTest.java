package io.jiayou.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class CallersTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void areKnownAfterTheRequestWasAnswered() {
        request.setAttribute(RoleCheck.ROLE, Role.DRIVER);
        request.setAttribute(RoleCheck.ACTOR, "d1");

        assertThat(Callers.roleOf(request)).contains(Role.DRIVER);
        assertThat(Callers.isOfDriver(request)).isTrue();
        assertThat(Callers.actorOf(request)).isEqualTo("d1");
    }

    @Test
    void areNobodyWhereNoTokenWasBelieved() {
        assertThat(Callers.roleOf(request)).isEmpty();
        assertThat(Callers.isOfDriver(request)).isFalse();
        assertThat(Callers.actorOf(request)).isNull();
    }
}
