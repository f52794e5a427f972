package io.jiayou.imports;

import io.jiayou.command.Fields;
import io.jiayou.rules.NotAllowed;
import java.time.DateTimeException;
import java.time.ZoneId;

/** Reads the zone that an import is told. */
public final class Zones {

    private Zones() {}

    /**
     * @param zone an IANA name
     * @throws io.jiayou.http.ProblemException INVALID_FIELD for another name
     */
    public static ZoneId read(String zone) {
        return Fields.read("zone", zone, Zones::known);
    }

    private static ZoneId known(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new NotAllowed("not a time zone");
        }
    }
}
