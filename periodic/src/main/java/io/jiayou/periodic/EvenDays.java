package io.jiayou.periodic;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Whether a clock may be believed that something kept for a time has been kept for that time. What only a clock says is
 * believed at the second of two looks that are at most three days apart: a clock that has jumped ahead deletes nothing
 * at once, and has raised an alarm before the next night.
 */
public final class EvenDays {

    private static final Duration APART = Duration.ofDays(3);

    private final String name;
    private final Memory memory;
    private final InstantSource clock;

    /** @param name of what is kept, in the memory */
    public EvenDays(String name, Memory memory, InstantSource clock) {
        this.name = name;
        this.memory = memory;
        this.clock = clock;
    }

    /** Notes that somebody looks, and tells whether the last one who did was here a day or a few ago. */
    public boolean goOn() {
        Instant now = clock.instant();
        Optional<String> last = memory.find(name);
        memory.replace(name, last.orElse(null), now.toString());
        return last.map(Instant::parse)
                .map(before -> Duration.between(before, now))
                .filter(since -> !since.isNegative() && since.compareTo(APART) <= 0)
                .isPresent();
    }
}
