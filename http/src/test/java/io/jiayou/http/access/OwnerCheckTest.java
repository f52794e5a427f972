package io.jiayou.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.access.AccessTable;
import io.jiayou.access.Kind;
import io.jiayou.access.Owner;
import io.jiayou.access.Role;
import io.jiayou.http.ProblemException;
import io.jiayou.rules.Problem;
import jakarta.servlet.DispatcherType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

/** Order 1 is driver d1's, order 2 is driver d2's. */
class OwnerCheckTest {

    private final List<String> asked = new ArrayList<>();
    private final OwnerCheck check = new OwnerCheck(new EndpointRights(AccessTable.shipped()), this::ownerOf);

    private Owner ownerOf(Kind kind, String id) {
        asked.add(kind.code() + " " + id);
        return switch (kind) {
            case DRIVER -> Owner.driver(id);
            case STATION -> Owner.station(id);
            case ORDER -> id.length() == 1 ? Owner.driver("d" + id) : Owner.NOBODY;
            case FEEDBACK -> Owner.NOBODY;
        };
    }

    @AfterEach
    void nobodyCalls() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void letsOnesOwnThrough() {
        by(Tokens.driver("d1"));

        assertThat(passes(get("/api/orders/1"))).isTrue();
        assertThat(asked).containsExactly("order 1");
    }

    @Test
    void refusesWhatIsAnothersAndWhatIsNot() {
        by(Tokens.driver("d1"));

        assertRefused(get("/api/orders/2"));
        assertRefused(get("/api/orders/no-such-order"));
    }

    @Test
    void asksNobodyWhereTheRoleMaySeeAll() {
        by(Tokens.of(Role.AUDITOR));

        assertThat(passes(get("/api/orders/2"))).isTrue();
        assertThat(asked).isEmpty();
    }

    @Test
    void readsEveryParameterThatNamesSomething() {
        by(Tokens.driver("d1"));
        MockHttpServletRequest own = get("/api/orders");
        own.addParameter("driver", "d1");
        MockHttpServletRequest both = get("/api/orders");
        both.addParameter("driver", "d1", "d2");

        assertThat(passes(own)).isTrue();
        assertRefused(both);
        assertThat(asked).containsExactly("driver d1", "driver d1", "driver d2");
    }

    @Test
    void asksForWhatIsTheirsWhoeverMaySeeNothingElseAndNamesNothing() {
        by(Tokens.driver("d1"));

        assertThatThrownBy(() -> passes(get("/api/orders"))).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem()).isEqualTo(Problem.MISSING_FIELD);
            assertThat(refused.field()).isEqualTo("driver");
            assertThat(refused.detail()).asString().endsWith("driver, station");
        });
    }

    @Test
    void asksWhoBelongsToAStationForTheStation() {
        by(Tokens.of(Role.MANAGER));

        assertThatThrownBy(() -> passes(get("/api/orders")))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.field())
                        .isEqualTo("station"));
    }

    @Test
    void takesAnEmptyNameForNobodysOwn() {
        by(Tokens.driver("d1"));
        MockHttpServletRequest unnamed = get("/api/orders");
        unnamed.addParameter("driver", "");

        assertRefused(unnamed);
    }

    @Test
    void leavesToTheCommandWhatOnlyTheBodyNames() {
        by(Tokens.driver("d1"));

        assertThat(passes(new MockHttpServletRequest("POST", "/api/orders"))).isTrue();
    }

    @Test
    void looksOnlyOnceAtARequestThatIsAnsweredLater() {
        by(Tokens.driver("d1"));
        MockHttpServletRequest again = get("/api/orders/2");
        again.setDispatcherType(DispatcherType.ASYNC);

        assertThat(passes(again)).isTrue();
    }

    @Test
    void knowsNothingOfWhomNobodyKnows() {
        assertThat(passes(get("/api/orders/2"))).isTrue();
    }

    private static void by(TokenOfCaller who) {
        SecurityContextHolder.getContext().setAuthentication(who);
    }

    private static MockHttpServletRequest get(String path) {
        return new MockHttpServletRequest("GET", path);
    }

    private boolean passes(MockHttpServletRequest request) {
        return check.preHandle(request, new MockHttpServletResponse(), this);
    }

    private void assertRefused(MockHttpServletRequest request) {
        assertThatThrownBy(() -> passes(request))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.problem())
                        .isEqualTo(Problem.FORBIDDEN));
    }
}
