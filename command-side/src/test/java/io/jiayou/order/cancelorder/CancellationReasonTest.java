package io.jiayou.order.cancelorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.access.Role;
import io.jiayou.http.ProblemException;
import io.jiayou.order.cancelorder.OrderCancellation.Canceller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CancellationReasonTest {

    @ParameterizedTest
    @CsvSource({
        "DRIVER, , BY_DRIVER",
        "DRIVER, BY_DRIVER, BY_DRIVER",
        "ATTENDANT, , BY_STATION",
        "MANAGER, BY_STATION, BY_STATION",
        "AGENT, , BY_DRIVER",
        "AGENT, BY_STATION, BY_STATION",
        ", BY_STATION, BY_STATION"
    })
    void isThatOfTheRole(@Nullable Role role, @Nullable Canceller said, String reason) {
        assertThat(OrderCancellation.reason(said, role)).hasToString(reason);
    }

    @Test
    void isNobodyElses() {
        assertThatThrownBy(() -> OrderCancellation.reason(Canceller.BY_STATION, Role.DRIVER))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> OrderCancellation.reason(Canceller.BY_DRIVER, Role.ATTENDANT))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> OrderCancellation.reason(Canceller.BY_DRIVER, Role.MANAGER))
                .isInstanceOf(ProblemException.class);
    }
}
