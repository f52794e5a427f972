package io.jiayou.imports.stations;

import tools.jackson.databind.JsonNode;

/**
 * A member of a feature collection as it stands in the file.
 *
 * @param line where it begins, counted from 1
 */
record Feature(long line, JsonNode json) {}
