package io.jiayou.architecture.samples.queryside;

import io.jiayou.architecture.InModule;

@InModule("command-side")
record OnTheCommandSide(String id) {}
