package io.jiayou.cli;

import io.jiayou.standalone.CredentialsAttachment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a started system has to tell about logging in: secrets for the terminal, which never are in a log. */
final class Logins {

    private Logins() {}

    /**
     * Shows the first account's one-time password, this one time, and the accounts of a demonstration. To somebody who looks, that
     * is: a file that the output goes to would keep the password, and it stays where it is.
     *
     * @param standIns whether a stand-in takes WeChat's place, with which drivers log in
     */
    static void show(Path data, boolean standIns) throws IOException {
        Path first = data.resolve(CredentialsAttachment.DIRECTORY).resolve("first-login");
        if (Files.exists(first)) {
            showFirst(first);
        }
        Path demo = data.resolve(CredentialsAttachment.DIRECTORY).resolve("demo-logins");
        if (Files.exists(demo)) {
            Say.item("demo accounts: name, password, secret for an authenticator app");
            List<String> lines = Files.readAllLines(demo);
            lines.stream().filter(line -> !line.startsWith("#")).forEach(line -> System.out.println("    " + line));
            if (standIns) {
                Say.note("drivers: {0}", "POST /api/sessions/wechat {\"code\": \"stand-in.<person>.<number>\"}");
            }
        }
    }

    private static void showFirst(Path first) throws IOException {
        if (!Terminal.isThere()) {
            Say.item("first login: operations, one-time password in {0}", first);
            Say.note("good for a day; delete the file (docs/access.md says how to log in)");
            return;
        }
        Say.item(
                "first login: operations, one-time password {0}",
                Files.readString(first).strip());
        Say.note("good for a day; it isn't shown again (docs/access.md says how to log in)");
        Files.delete(first);
    }
}
