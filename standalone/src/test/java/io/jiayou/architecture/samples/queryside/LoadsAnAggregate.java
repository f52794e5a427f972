package io.jiayou.architecture.samples.queryside;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import org.axonframework.modelling.command.Repository;

@Breaks
@InModule("query-side")
record LoadsAnAggregate(Repository<String> aggregates) {}
