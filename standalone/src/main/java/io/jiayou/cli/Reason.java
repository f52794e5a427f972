package io.jiayou.cli;

import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;

/** Why something failed, in words; many exceptions of the platform say no more than a name, and leave the rest to their type. */
final class Reason {

    private Reason() {}

    static String of(Throwable failure) {
        Throwable told = told(failure);
        String message = told.getMessage();
        String type = told.getClass().getSimpleName();
        return message == null || message.isBlank()
                ? type
                : of(type, message.lines().findFirst().orElse(type));
    }

    /** Wrappers repeat what they wrap, with its type before it. */
    private static Throwable told(Throwable failure) {
        Throwable told = failure;
        while ((told instanceof UncheckedIOException || told instanceof ExecutionException)
                && told.getCause() != null) {
            told = told.getCause();
        }
        return told;
    }

    /** @param type the simple name of an exception */
    static String of(String type, String message) {
        return switch (type) {
            case "AccessDeniedException" -> "no right to use " + message;
            case "NoSuchFileException" -> "there is no " + message;
            case "FileAlreadyExistsException" -> message + " exists already";
            case "NotDirectoryException" -> message + " isn't a directory";
            case "DirectoryNotEmptyException" -> message + " isn't empty";
            case "UnknownHostException" -> "no such host: " + message;
            case "UnresolvedAddressException" -> "no such address: " + message;
            default -> message;
        };
    }
}
