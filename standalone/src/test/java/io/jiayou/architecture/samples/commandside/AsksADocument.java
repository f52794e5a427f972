package io.jiayou.architecture.samples.commandside;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import org.bson.Document;

@Breaks
@InModule("command-side")
class AsksADocument {

    String name(Document document) {
        return document.getString("name");
    }
}
