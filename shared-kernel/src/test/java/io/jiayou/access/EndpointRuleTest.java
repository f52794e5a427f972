package io.jiayou.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointRuleTest {

    @Test
    void isNamedByMethodAndPath() {
        assertThat(rule("required", "-", "agent").name()).isEqualTo("GET /api/orders");
    }

    @Test
    void holdsAlwaysOrOnlyWhereATokenIsRequired() {
        assertThat(rule("always", "-", "agent").always()).isTrue();
        assertThat(rule("required", "-", "agent").always()).isFalse();
    }

    @Test
    void saysWhereTheRequestNamesThingsWithOwners() {
        assertThat(rule("required", "order=orderId  station=?station", "driver:own")
                        .objects())
                .containsExactly(
                        new EndpointRule.Place(Kind.ORDER, false, "orderId"),
                        new EndpointRule.Place(Kind.STATION, true, "station"));
    }

    @Test
    void namesNothingWithADash() {
        EndpointRule rule = rule("required", "-", "agent");

        assertThat(rule.objects()).isEmpty();
        assertThat(rule.byCommand()).isFalse();
    }

    @Test
    void leavesTheOwnerToTheCommandsRule() {
        EndpointRule rule = rule("required", "command", "driver:own");

        assertThat(rule.objects()).isEmpty();
        assertThat(rule.byCommand()).isTrue();
        assertThat(rule.rights().askForOwner()).isTrue();
    }

    /** Whoever may do something only to what is their station's can't where nothing is named. */
    @Test
    void letsAKeyOfOneStationInOnlyWhereThingsAreNamed() {
        Caller ofOne = Somebody.machineOf("s1", Scope.READING);
        Caller ofAll = Somebody.machine(Scope.READING);

        assertThat(rule("required", "-", "machine/reading").letsIn(ofOne)).isFalse();
        assertThat(rule("required", "-", "machine/reading").letsIn(ofAll)).isTrue();
        assertThat(rule("required", "station=?station", "machine/reading").letsIn(ofOne))
                .isTrue();
        assertThat(rule("required", "command", "machine/reading").letsIn(ofOne)).isTrue();
        assertThat(rule("required", "command", "machine/pump").letsIn(ofOne)).isFalse();
        assertThat(rule("required", "-", "everybody").letsIn(ofOne)).isTrue();
    }

    @Test
    void refusesToAskForAnOwnerOfNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule("required", "-", "agent driver:own"))
                .withMessage("/api/orders asks for an owner of nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"moon=moonId", "ORDER=orderId"})
    void refusesAKindThatThereIsNot(String objects) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule("required", objects, "agent"))
                .withMessageStartingWith("nothing is called ");
    }

    @Test
    void ofTheShippedTableAreManyAndTellPathsFromParameters() {
        List<EndpointRule> rules = AccessTable.shipped().endpoints();

        assertThat(rules).hasSizeGreaterThan(50);
        assertThat(rules.stream().filter(rule -> rule.name().equals("GET /api/orders")))
                .singleElement()
                .satisfies(rule -> assertThat(rule.objects())
                        .containsExactly(
                                new EndpointRule.Place(Kind.DRIVER, true, "driver"),
                                new EndpointRule.Place(Kind.STATION, true, "station")));
    }

    private static EndpointRule rule(String when, String objects, String rights) {
        return EndpointRule.parse(Arrays.asList(when, "GET", "/api/orders", objects, rights));
    }
}
