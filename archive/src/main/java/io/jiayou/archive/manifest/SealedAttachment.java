package io.jiayou.archive.manifest;

/**
 * A file that goes with a set.
 *
 * @param file its name on the target
 * @param keptUntil for keys the moment from which it may be gone, ISO 8601 in UTC; empty for all others
 * @param kind what it is
 * @param name as it was given
 * @param plainBytes length of its contents
 * @param plainSha256 of its contents, hexadecimal
 * @param sealedBytes length of the file
 * @param sealedSha256 of the file, hexadecimal
 */
public record SealedAttachment(
        String file,
        String keptUntil,
        AttachmentKind kind,
        String name,
        long plainBytes,
        String plainSha256,
        long sealedBytes,
        String sealedSha256) {}
