package io.jiayou.embedded.documents;

import java.util.List;
import java.util.Map;

/**
 * What a checkpoint file holds.
 *
 * @param header what the writer said about it
 * @param collections the names of its collections, in the order in which they were copied
 * @param documents how many documents there are in all collections together
 * @param fileBytes the size of the file
 */
public record CheckpointContents(
        Map<String, String> header, List<String> collections, long documents, long fileBytes) {}
