package io.jiayou.archive.verify;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.seal.AgeIdentity;
import io.jiayou.archive.target.Target;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Checks all of an archive. Without an identity: that nothing is missing, exchanged or altered, since every file's hash is
 * signed. With one also what is inside: every line, and that they lead to the roots that the log has signed.
 */
public final class ArchiveVerifier {

    private final Target target;
    private final Trust trust;
    private final Known known;
    private final List<AgeIdentity> identities;
    private final InstantSource clock;

    /**
     * @param identities none to check it closed
     * @param clock says whether keys may be gone by now
     */
    public ArchiveVerifier(Target target, Trust trust, Known known, List<AgeIdentity> identities, InstantSource clock) {
        this.target = target;
        this.trust = trust;
        this.known = known;
        this.identities = List.copyOf(identities);
        this.clock = clock;
    }

    public Finding verify() {
        return verify(events -> {});
    }

    /** @param progress gets the number of events whenever a segment was checked */
    public Finding verify(LongConsumer progress) {
        Check check = new Check(trust, known, identities, clock);
        try {
            return check.run(Inventory.of(target, trust.archive()), progress);
        } catch (ArchiveException e) {
            return Finding.wrong(e, check.segments(), check.sets());
        } catch (IOException e) {
            String message = "the target " + target.name() + " fails: " + e.getMessage();
            ArchiveException found = new ArchiveException(
                    ArchiveVerdict.UNREACHABLE, io.jiayou.archive.Place.of(target.name(), ""), message, e);
            return Finding.wrong(found, check.segments(), check.sets());
        }
    }
}
