package io.jiayou.imports.stations;

import io.jiayou.imports.Spot;
import tools.jackson.databind.JsonNode;

/**
 * A member of a feature collection as it stands in the file.
 *
 * @param json missing where a member of an object stands twice: which one is meant, nobody knows
 */
record Feature(Spot spot, JsonNode json) {}
