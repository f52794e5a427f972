package io.jiayou.architecture.samples.unsealing;

import io.jiayou.privacy.PersonalData;

public final class Discreet {

    private final PersonalData data;

    Discreet(PersonalData data) {
        this.data = data;
    }

    Object keep(Object event) {
        return data.isErased("somebody") ? "" : data.sealed(event);
    }
}
