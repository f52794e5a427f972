package io.jiayou.trials.siege;

import java.util.List;

/** Somebody who wants more of a system than is their share. */
interface Attack {

    String name();

    /** Goes on until the siege is over. One that can't go on has failed, which is what the system wants. */
    void run(Field field) throws Exception;

    /** What they got that nobody should; nothing if the system held. Asked after the siege. */
    default List<String> gained(Field field) {
        return List.of();
    }

    /** What they have done, in a few words. */
    String done();
}
