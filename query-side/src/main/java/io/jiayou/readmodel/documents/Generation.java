package io.jiayou.readmodel.documents;

/**
 * One complete set of a read model's documents. A rebuild fills the next one beside the live one.
 *
 * @param model the read model's name
 * @param number from 1
 */
public record Generation(String model, int number) {

    /** The name of its collection, of its processor and of its token. */
    public String name() {
        return model + "_" + number;
    }
}
