package io.jiayou.cli;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.manifest.SignedJson;
import io.jiayou.archive.target.NotPrepared;
import io.jiayou.audit.log.KeyRotation;
import io.jiayou.rules.Detail;
import io.jiayou.standalone.Unusable;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Why something failed, in words; many exceptions of the platform say no more than a name, and leave the rest to their type. */
final class Reason {

    private Reason() {}

    static String of(Throwable failure) {
        Throwable told = told(failure);
        if (told instanceof Unusable unusable) {
            return Say.text(unusable.detail());
        }
        Detail known = known(told);
        if (known != null) {
            return Say.text(known);
        }
        String message = told.getMessage();
        String type = told.getClass().getSimpleName();
        return message == null || message.isBlank()
                ? type
                : of(type, message.lines().findFirst().orElse(type));
    }

    /** What modules say that know nothing of readers; null for the rest. */
    private static @Nullable Detail known(Throwable told) {
        if (told instanceof NotPrepared folder) {
            return Detail.of("{0} isn't a folder that was prepared for an archive; is it mounted?", folder.folder());
        }
        if (told instanceof KeyRotation.NotHandedOver) {
            return Detail.of(
                    "the key was changed already, and the log hasn't been opened since: start the system once");
        }
        return told instanceof ArchiveException && SignedJson.NOT_TRUSTED.equals(told.getMessage())
                ? Detail.of("it isn't signed by a key of the archive that is trusted")
                : null;
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
            case "AccessDeniedException" -> Say.text(Detail.of("no right to use {0}", message));
            case "NoSuchFileException" -> Say.text(Detail.of("there is no {0}", message));
            case "FileAlreadyExistsException" -> Say.text(Detail.of("{0} exists already", message));
            case "NotDirectoryException" -> Say.text(Detail.of("{0} isn't a directory", message));
            case "DirectoryNotEmptyException" -> Say.text(Detail.of("{0} isn't empty", message));
            case "UnknownHostException" -> Say.text(Detail.of("no such host: {0}", message));
            case "UnresolvedAddressException" -> Say.text(Detail.of("no such address: {0}", message));
            default -> message;
        };
    }
}
