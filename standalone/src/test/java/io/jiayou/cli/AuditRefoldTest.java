package io.jiayou.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditRefoldTest {

    private static final byte[] NOTE = {};

    @Test
    void looksAtTheReadModelThatIsChosenAndNamesThoseThatThereAre() {
        Map<String, byte[]> stated = Map.of("sales_1", NOTE, "sales_2", NOTE, "order-list_1", NOTE);
        Map<String, byte[]> chosen = new HashMap<>(stated);
        AuditRefold.choose(chosen, "sales");
        assertThat(chosen).containsOnlyKeys("sales_1", "sales_2");

        assertThatThrownBy(() -> AuditRefold.choose(new HashMap<>(stated), "sale"))
                .hasMessage("nothing was stated about a read model sale, only about order-list, sales");
        assertThatThrownBy(() -> AuditRefold.choose(new HashMap<>(), null))
                .hasMessage("nothing was stated and signed about read models");
    }
}
