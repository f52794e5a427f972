package io.jiayou.trials.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A prover that finds nothing must be able to find something. */
class MarksTest {

    private static final String ORDER = "/api/orders/1";
    private static final Set<String> DISPENSE = Set.of("order.fuel-dispensed", "order.refund-required");

    private static List<String> wrong(List<String> shown, Set<String> acknowledged, Set<Set<String>> unanswered) {
        return Marks.compare(ORDER, shown, new Journal.Expected(acknowledged, unanswered, 7));
    }

    @Test
    void findsNothingWrongWithWhatWasAcknowledged() {
        assertThat(wrong(List.of("order.placed"), Set.of("order.placed"), Set.of()))
                .isEmpty();
    }

    @Test
    void findsAnAcknowledgedEventThatIsLost() {
        assertThat(wrong(List.of("order.placed"), Set.of("order.placed", "order.payment-confirmed"), Set.of()))
                .containsExactly(ORDER + " lost order.payment-confirmed");
    }

    @Test
    void findsWhatWasDoneTwice() {
        assertThat(wrong(List.of("order.placed", "order.placed"), Set.of("order.placed"), Set.of()))
                .singleElement()
                .asString()
                .contains("twice");
    }

    @Test
    void acceptsAnUnansweredCommandDoneWhollyOrNotAtAll() {
        assertThat(wrong(List.of("order.placed"), Set.of("order.placed"), Set.of(DISPENSE)))
                .isEmpty();
        assertThat(wrong(
                        List.of("order.placed", "order.fuel-dispensed", "order.refund-required"),
                        Set.of("order.placed"),
                        Set.of(DISPENSE)))
                .isEmpty();
    }

    @Test
    void findsAnUnansweredCommandDoneByHalf() {
        assertThat(wrong(List.of("order.placed", "order.fuel-dispensed"), Set.of("order.placed"), Set.of(DISPENSE)))
                .singleElement()
                .asString()
                .contains("shows 1 of");
    }

    @Test
    void findsWhatNobodyAskedFor() {
        assertThat(wrong(List.of("order.placed", "order.cancelled"), Set.of("order.placed"), Set.of()))
                .singleElement()
                .asString()
                .contains("nobody asked for");
    }

    @Test
    void readsTimelinesAndPrices() {
        JsonMapper json = JsonMapper.builder().build();
        assertThat(Marks.of(json.readTree("{\"timeline\":[{\"event\":\"order.placed\"}]}")))
                .containsExactly("order.placed");
        assertThat(Marks.of(json.readTree("""
                {"prices":[{"grade":"95#","history":[{"unitPrice":{"thousandths":7001,"currency":"CNY"}}]}]}"""))).containsExactly("price 7001");
    }
}
