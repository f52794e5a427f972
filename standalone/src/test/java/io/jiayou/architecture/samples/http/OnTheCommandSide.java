package io.jiayou.architecture.samples.http;

import io.jiayou.architecture.InModule;

@InModule("command-side")
class OnTheCommandSide {}
