package io.jiayou.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.access.AccessTable;
import io.jiayou.access.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

class RoleCheckTest {

    private static final Authentication NOBODY =
            new AnonymousAuthenticationToken("key", "nobody", AuthorityUtils.createAuthorityList("ANONYMOUS"));

    private final EndpointRights endpoints = new EndpointRights(AccessTable.shipped());
    private final RoleCheck required = new RoleCheck(endpoints, Access.REQUIRED);
    private final RoleCheck open = new RoleCheck(endpoints, Access.OPEN);

    @Nested
    class WithoutAToken {

        @Test
        void letsInWhereEverybodyMay() {
            assertThat(letsIn(required, NOBODY, "GET", "/api/stations")).isTrue();
            assertThat(letsIn(open, NOBODY, "GET", "/api/stations")).isTrue();
        }

        @Test
        void letsInElsewhereOnlyWhereTheSystemIsOpen() {
            assertThat(letsIn(required, NOBODY, "GET", "/api/orders")).isFalse();
            assertThat(letsIn(open, NOBODY, "GET", "/api/orders")).isTrue();
        }

        @Test
        void letsNobodyInWhereItIsAlwaysGuarded() {
            assertThat(letsIn(required, NOBODY, "POST", "/api/accounts")).isFalse();
            assertThat(letsIn(open, NOBODY, "POST", "/api/accounts")).isFalse();
        }

        @Test
        void leavesItToAnOpenSystemToSayThatThereIsNoSuchEndpoint() {
            assertThat(letsIn(required, NOBODY, "GET", "/nowhere")).isFalse();
            assertThat(letsIn(open, NOBODY, "GET", "/nowhere")).isTrue();
        }
    }

    @Nested
    class WithAToken {

        @Test
        void letsInWhoseRoleMay() {
            assertThat(letsIn(required, Tokens.driver("d1"), "GET", "/api/orders"))
                    .isTrue();
            assertThat(letsIn(required, Tokens.of(Role.AUDITOR), "GET", "/api/orders"))
                    .isTrue();
        }

        @Test
        void refusesAnotherRoleEvenWhereTheSystemIsOpen() {
            assertThat(letsIn(required, Tokens.of(Role.AUDITOR), "POST", "/api/orders"))
                    .isFalse();
            assertThat(letsIn(open, Tokens.of(Role.AUDITOR), "POST", "/api/orders"))
                    .isFalse();
        }

        @Test
        void leavesItToAnOpenSystemToSayThatThereIsNoSuchEndpoint() {
            assertThat(letsIn(required, Tokens.of(Role.AUDITOR), "GET", "/nowhere"))
                    .isFalse();
            assertThat(letsIn(open, Tokens.of(Role.AUDITOR), "GET", "/nowhere")).isTrue();
        }

        @Test
        void isRememberedWithTheRequest() {
            assertThat(actorOf(Tokens.driver("d1"))).isEqualTo("someone");
            assertThat(actorOf(NOBODY)).isNull();
            assertThat(Callers.isOfDriver(checked(Tokens.driver("d1")))).isTrue();
            assertThat(Callers.isOfDriver(checked(Tokens.of(Role.AUDITOR)))).isFalse();
            assertThat(Callers.isOfDriver(checked(NOBODY))).isFalse();
        }
    }

    private @Nullable String actorOf(Authentication who) {
        return Callers.actorOf(checked(who));
    }

    private MockHttpServletRequest checked(Authentication who) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/stations");
        required.authorize(() -> who, new RequestAuthorizationContext(request));
        return request;
    }

    private static boolean letsIn(RoleCheck check, Authentication who, String method, String path) {
        AuthorizationResult result =
                check.authorize(() -> who, new RequestAuthorizationContext(new MockHttpServletRequest(method, path)));
        return result != null && result.isGranted();
    }
}
