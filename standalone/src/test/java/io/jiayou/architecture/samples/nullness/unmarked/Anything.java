package io.jiayou.architecture.samples.nullness.unmarked;

import io.jiayou.architecture.Breaks;

@Breaks
class Anything {}
