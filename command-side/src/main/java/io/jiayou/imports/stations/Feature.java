package io.jiayou.imports.stations;

import io.jiayou.imports.Spot;
import tools.jackson.databind.JsonNode;

/**
 * A member of a feature collection as it stands in the file.
 *
 * @param json what is read of it; missing where a member that is read stands twice
 * @param tooLong whether it is longer than {@link FeatureReader#LONGEST}
 */
record Feature(Spot spot, JsonNode json, boolean tooLong) {}
