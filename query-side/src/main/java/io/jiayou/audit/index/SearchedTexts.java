package io.jiayou.audit.index;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The texts of events that can be searched by their words. What isn't listed isn't indexed: no name, phone number, plate,
 * openid or card of a driver, so that nobody finds a person by typing one. What a driver wrote is forgotten with the driver.
 */
final class SearchedTexts {

    private static final List<String> STATION =
            List.of("/description/name", "/description/brand", "/description/address", "/description/district");

    private static final Map<String, List<String>> BY_TYPE = Map.of(
            "feedback.filed", List.of("/text"),
            "feedback.answered", List.of("/text"),
            "feedback.resolved", List.of("/outcome"),
            "feedback.reopened", List.of("/reason"),
            "station.registered", STATION,
            "station.described", STATION,
            "station.closed", List.of("/reason"));

    private SearchedTexts() {}

    static Stream<String> of(String type, JsonNode payload) {
        return BY_TYPE.getOrDefault(type, List.of()).stream()
                .map(payload::at)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue);
    }
}
