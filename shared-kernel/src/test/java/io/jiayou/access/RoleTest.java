package io.jiayou.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes of roles, scopes and kinds are part of tokens, of events and of the table of rights. */
class RoleTest {

    @ParameterizedTest
    @EnumSource(Role.class)
    void isFoundByItsCode(Role role) {
        assertThat(Role.of(role.code())).contains(role);
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    void ofAMachineHasScopesThatAreFoundByTheirCodes(Scope scope) {
        assertThat(Scope.of(scope.code())).contains(scope);
    }

    @Test
    void hasACodeOfSmallLetters() {
        assertThat(Role.HEAD_OFFICE.code()).isEqualTo("head-office");
        assertThat(Scope.PAYMENTS.code()).isEqualTo("payments");
        assertThat(Kind.FEEDBACK.code()).isEqualTo("feedback");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HEAD_OFFICE", "head_office", "Agent", "king"})
    void isNotFoundByAnythingElse(String code) {
        assertThat(Role.of(code)).isEmpty();
        assertThat(Scope.of(code)).isEmpty();
    }

    @Test
    void isOfOneStationForThoseWhoWorkThere() {
        assertThat(Arrays.stream(Role.values()).filter(Role::isOfStation))
                .containsExactlyInAnyOrder(Role.ATTENDANT, Role.MANAGER);
    }

    @Test
    void isOfStaffForAllWithANameAndAPasswordOnceTheyAreThrough() {
        assertThat(Arrays.stream(Role.values()).filter(Role::isOfStaff))
                .containsExactlyInAnyOrder(
                        Role.ATTENDANT, Role.MANAGER, Role.AGENT, Role.HEAD_OFFICE, Role.AUDITOR, Role.OPERATIONS);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void ownsThingsOfKindsThatAreFoundByTheirCodes(Kind kind) {
        assertThat(Kind.of(kind.code())).isEqualTo(kind);
    }

    @Test
    void ownsThingsThatCommandsNameInTheComponentOfTheirKind() {
        assertThat(Kind.ORDER.component()).isEqualTo("orderId");
    }
}
