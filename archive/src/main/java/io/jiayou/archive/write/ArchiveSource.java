package io.jiayou.archive.write;

import io.jiayou.archive.Heads;
import io.jiayou.audit.EventRecords;

/**
 * What is archived.
 *
 * @param events at least as many as the log has signed
 * @param heads the log of these events
 */
public record ArchiveSource(EventRecords events, Heads heads) {}
