package io.jiayou.architecture.samples.kernel;

import com.mongodb.client.MongoClient;
import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;

@Breaks
@InModule("shared-kernel")
record Database(MongoClient client) {}
