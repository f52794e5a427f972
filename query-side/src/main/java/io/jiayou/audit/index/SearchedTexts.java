package io.jiayou.audit.index;

import io.jiayou.personal.PersonalFields;
import io.jiayou.serialization.StoredEvents;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    static List<String> of(String type, JsonNode payload, Opening opening) {
        PersonalFields personal = personal(type);
        return BY_TYPE.getOrDefault(type, List.of()).stream()
                .filter(path -> payload.at(path).isString())
                .map(path -> {
                    String text = payload.at(path).stringValue();
                    String field = path.substring(1);
                    return personal.names().contains(field)
                            ? opening.words(text, personal.place(field, name -> payload.path(name)
                                    .stringValue(null)))
                            : text;
                })
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static PersonalFields personal(String type) {
        return PersonalFields.of(Objects.requireNonNullElse(StoredEvents.all().get(type), Object.class));
    }
}
