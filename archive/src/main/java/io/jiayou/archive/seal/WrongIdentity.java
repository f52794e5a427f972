package io.jiayou.archive.seal;

import java.io.IOException;

/** None of the identities at hand opens it. */
public final class WrongIdentity extends IOException {

    private static final long serialVersionUID = 1L;

    WrongIdentity(Throwable cause) {
        super("none of the identities opens it", cause);
    }
}
