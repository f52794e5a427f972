package io.jiayou.archive.target;

import java.io.IOException;

/** A folder was never made ready for an archive, or isn't there now: an empty mount point is no archive. */
public final class NotPrepared extends IOException {

    private static final long serialVersionUID = 1L;

    private final String folder;

    NotPrepared(String folder) {
        super(folder + " isn't a folder that was prepared for an archive; is it mounted?");
        this.folder = folder;
    }

    public String folder() {
        return folder;
    }
}
