package io.jiayou.command;

import java.net.URI;
import org.springframework.http.ResponseEntity;

/** How receipts are answered. */
public final class Receipts {

    private Receipts() {}

    /** 201 with the resource's address; sending the same again answers the same. */
    public static ResponseEntity<Receipt> created(String collection, Receipt receipt) {
        return ResponseEntity.created(URI.create(collection + "/" + receipt.id()))
                .body(receipt);
    }
}
