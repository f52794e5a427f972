package io.jiayou.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.command.Authority;
import io.jiayou.command.Origin;
import org.junit.jupiter.api.Test;

class NetworksTest {

    @Test
    void areThoseThatRequestsComeFrom() throws Exception {
        Origin request = new Origin("anonymous", "anonymous", "api", "c", null, "203.0.113.0/24", Authority.NOBODY);

        assertThat(request.call(Networks::current)).isEqualTo("203.0.113.0/24");
    }

    @Test
    void areUnknownWhereThereIsNoRequest() {
        assertThat(Networks.current()).isEqualTo("unknown");
    }
}
