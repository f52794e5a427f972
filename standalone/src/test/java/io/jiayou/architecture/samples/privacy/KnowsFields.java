package io.jiayou.architecture.samples.privacy;

import io.jiayou.architecture.InModule;
import io.jiayou.personal.PersonalFields;

@InModule("privacy")
record KnowsFields(PersonalFields fields) {}
