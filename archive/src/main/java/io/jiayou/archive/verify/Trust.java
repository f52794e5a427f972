package io.jiayou.archive.verify;

import io.jiayou.transparency.NoteVerifier;
import io.jiayou.transparency.TrustedLog;

/**
 * Whom a reader believes.
 *
 * @param archive signs what the archive consists of
 * @param log signs what the events are
 */
public record Trust(NoteVerifier archive, TrustedLog log) {}
