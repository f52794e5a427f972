package io.jiayou.trials.kills;

import io.jiayou.trials.bench.Steps;
import io.jiayou.trials.prove.Proof;
import io.jiayou.trials.prove.Verdict;
import java.nio.file.Path;

/**
 * SIGKILLs under a load of orders: no acknowledged command is missing, none is done twice or by half, and no read model
 * differs from the fold of its events. Nobody repairs anything between a kill and the next start.
 */
public final class Kills implements Proof {

    private static final int FULL_TIMES = 50;

    @Override
    public String name() {
        return "kills";
    }

    @Override
    public int fullTimes() {
        return FULL_TIMES;
    }

    @Override
    public Verdict run(Path directory, int times, Steps steps) throws Exception {
        try (KillingSpree spree = new KillingSpree(directory.resolve("data"))) {
            spree.system().open();
            for (int round = 0; round < times; round++) {
                steps.at(round, times + 1L);
                spree.kill(Moment.ofRound(round));
            }
            steps.at(times, times + 1L);
            spree.system().end();
            return new Verdict(name(), spree.system().figures(), spree.system().violations());
        }
    }
}
