package io.jiayou.architecture.samples.injection;

record FromTheConstructor(String needed) {}
