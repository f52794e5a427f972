package io.jiayou.identity.accounts;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Passwords that guessers try first: few words with digits and signs around them, rows of keys, repetitions, and the
 * account's own name. Made by rules instead of a list, since whatever has twelve characters and is common is one of these.
 */
final class CommonPasswords {

    private static final Set<String> WORDS = Set.of(
            "password",
            "passwort",
            "passw",
            "pass",
            "secret",
            "welcome",
            "admin",
            "administrator",
            "root",
            "user",
            "letmein",
            "login",
            "changeme",
            "default",
            "test",
            "testing",
            "guest",
            "master",
            "superuser",
            "iloveyou",
            "woaini",
            "monkey",
            "dragon",
            "sunshine",
            "princess",
            "football",
            "baseball",
            "shadow",
            "qwerty",
            "qwertz",
            "jiayou",
            "jiayouzhan",
            "fuel",
            "petrol",
            "gasoline",
            "station",
            "operations",
            "operator",
            "manager",
            "attendant",
            "auditor",
            "agent",
            "driver",
            "shanghai",
            "beijing",
            "china",
            "zhongguo",
            "mima",
            "nihao");

    private static final List<String> ROWS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "01234567890123456789",
            "qwertyuiopasdfghjklzxcvbnm",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
            "qazwsxedcrfvtgbyhnujmikolp",
            "1q2w3e4r5t6y7u8i9o0p");

    private static final int FEWEST_CHARACTERS = 5;
    private static final int SHORTEST_ROW = 6;
    private static final int LONGEST_REPEATED = 6;

    private CommonPasswords() {}

    static boolean isCommon(String password, String name) {
        String plain = password.toLowerCase(Locale.ROOT);
        return plain.chars().distinct().count() < FEWEST_CHARACTERS
                || repeatsItself(plain)
                || isOfRows(plain)
                || isOfRows(letters(plain))
                || isOnlyWords(plain, name.toLowerCase(Locale.ROOT))
                || isOnlyWords(unleeted(plain), name.toLowerCase(Locale.ROOT));
    }

    private static boolean repeatsItself(String text) {
        for (int length = 1; length <= LONGEST_REPEATED; length++) {
            if (text.startsWith(text.substring(length))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfRows(String text) {
        return text.length() >= SHORTEST_ROW
                && ROWS.stream()
                        .flatMap(row ->
                                Stream.of(row, new StringBuilder(row).reverse().toString()))
                        .anyMatch(row -> (row + row).contains(text));
    }

    /** Whether nothing remains of it without known words and what people put around them. */
    private static boolean isOnlyWords(String text, String name) {
        String left = text;
        Stream<String> names = Stream.of(name.split("[^\\p{L}]+", -1)).filter(part -> part.length() > 2);
        List<String> known = Stream.concat(names, WORDS.stream())
                .sorted((one, other) -> other.length() - one.length())
                .toList();
        boolean found = false;
        for (String word : known) {
            found |= left.contains(word);
            left = left.replace(word, "");
        }
        return found && letters(left).length() <= 2;
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}]", "");
    }

    private static String unleeted(String text) {
        return text.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('@', 'a')
                .replace('5', 's')
                .replace('$', 's')
                .replace('7', 't');
    }
}
