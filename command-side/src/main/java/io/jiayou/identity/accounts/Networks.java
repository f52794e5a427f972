package io.jiayou.identity.accounts;

import io.jiayou.command.Origin;
import java.util.Objects;

/** Where attempts come from. */
final class Networks {

    private Networks() {}

    /** The network of the request that this thread answers. */
    static String current() {
        return Objects.requireNonNullElse(Origin.current().network(), "unknown");
    }
}
