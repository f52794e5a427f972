package io.jiayou.architecture.samples.unsealing;

import io.jiayou.architecture.Breaks;
import io.jiayou.privacy.PersonalData;

@Breaks
public final class Curious {

    private final PersonalData data;

    Curious(PersonalData data) {
        this.data = data;
    }

    Object read(Object event) {
        return data.opened(event);
    }
}
