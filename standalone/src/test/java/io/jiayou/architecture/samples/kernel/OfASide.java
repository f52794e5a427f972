package io.jiayou.architecture.samples.kernel;

import io.jiayou.architecture.InModule;

@InModule("command-side")
class OfASide {}
