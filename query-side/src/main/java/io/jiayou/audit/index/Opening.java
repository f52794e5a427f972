package io.jiayou.audit.index;

import io.jiayou.personal.Place;
import io.jiayou.personal.SealedText;

/** How the words of a personal text are come by. */
@FunctionalInterface
public interface Opening {

    /** What is sealed can't be found by its words. */
    Opening NOTHING = (text, place) -> SealedText.parse(text).isPresent() ? SealedText.NO_KEY : text;

    /** What a text says; {@link SealedText#ERASED} or {@link SealedText#NO_KEY} where that can't be known. */
    String open(String text, Place place);

    /** The words, empty where they can't be known. */
    default String words(String text, Place place) {
        String opened = open(text, place);
        boolean unknown = opened.equals(SealedText.ERASED) || opened.equals(SealedText.NO_KEY);
        return unknown && !opened.equals(text) ? "" : opened;
    }
}
