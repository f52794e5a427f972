package io.jiayou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ArchiveStatusTest {

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }

    /** Nobody has looked whether anything is behind. */
    @Test
    void ofATargetThatWasNeverReachedNothingIsKnown() {
        assertThat(ArchiveStatus.ofTarget(
                        json("{\"target\":\"usb\",\"segments\":-1,\"behind\":0,\"error\":\"is it mounted?\"}")))
                .hasToString("archive usb: not reached yet, so it isn't known what it holds and what it lacks; is it"
                        + " mounted?");
    }

    @Test
    void aDrillThatComparedNothingSaysWhy() {
        assertThat(ArchiveStatus.found(json("{\"equal\":false,\"error\":\"no room\"}")))
                .hasToString("could not be compared: no room");
        assertThat(ArchiveStatus.found(json("{\"equal\":false,\"error\":null}")))
                .hasToString("NOT EQUAL to the live system");
    }
}
