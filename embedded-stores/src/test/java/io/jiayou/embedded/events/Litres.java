package io.jiayou.embedded.events;

/** A small event for the tests. */
record Litres(int number, String remark) {}
