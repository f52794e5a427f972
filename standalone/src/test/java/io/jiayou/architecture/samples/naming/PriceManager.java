package io.jiayou.architecture.samples.naming;

import io.jiayou.architecture.Breaks;

@Breaks
class PriceManager {}
