package io.jiayou.archive.seal;

/**
 * Both sides of something sealed.
 *
 * @param plainBytes length before compression
 * @param plainSha256 in hexadecimal, as {@code sha256sum} prints it
 * @param sealedBytes length of the age file
 * @param sealedSha256 of the age file
 */
public record Seal(long plainBytes, String plainSha256, long sealedBytes, String sealedSha256) {}
