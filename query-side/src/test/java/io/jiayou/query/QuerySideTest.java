package io.jiayou.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class QuerySideTest {

    @Test
    void namesTheStoresThatAreMissing() {
        assertThat(QuerySide.missing(Map.of())).containsExactly("JIAYOU_AXON_SERVERS", "JIAYOU_MONGODB_URI");
        assertThat(QuerySide.missing(Map.of("JIAYOU_AXON_SERVERS", "a:8124", "JIAYOU_MONGODB_URI", " ")))
                .containsExactly("JIAYOU_MONGODB_URI");
        assertThat(QuerySide.missing(Map.of("JIAYOU_AXON_SERVERS", "a:8124", "JIAYOU_MONGODB_URI", "mongodb://b")))
                .isEmpty();
    }
}
