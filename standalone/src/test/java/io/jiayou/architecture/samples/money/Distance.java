package io.jiayou.architecture.samples.money;

record Distance(double metres) {}
