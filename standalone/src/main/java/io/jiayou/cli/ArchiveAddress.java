package io.jiayou.cli;

import io.jiayou.archive.target.Target;
import io.jiayou.archive.target.TargetAddress;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** Where an archive lies, as somebody typed it. */
final class ArchiveAddress {

    private ArchiveAddress() {}

    /** @throws Failure if it is none */
    static Target open(String address) {
        try {
            return TargetAddress.open(address, DefaultCredentialsProvider.create());
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    "{0} is no place of an archive: a folder, or s3://BUCKET/PREFIX?endpoint=...&region=...",
                    address.isBlank() ? "''" : address);
        }
    }

    /**
     * The same for every command, whichever directory it is called in.
     *
     * @throws Failure if it is none
     */
    static String absolute(String address) {
        open(address);
        return TargetAddress.absolute(address);
    }
}
