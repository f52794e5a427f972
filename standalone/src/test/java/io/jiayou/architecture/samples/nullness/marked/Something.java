package io.jiayou.architecture.samples.nullness.marked;

class Something {}
