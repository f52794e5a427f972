package io.jiayou.identity.accounts;

import io.jiayou.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Creates the account {@value #NAME} at the first start. Its one-time password goes into a file that only the owner of the
 * process can read ({@code jiayou.identity.first-login}); whoever starts the process shows it and deletes the file.
 */
@Component
// Runners without an order have none, and accounts of a demonstration would come first now and then.
@Order(Ordered.HIGHEST_PRECEDENCE)
public class FirstAccount implements ApplicationRunner {

    static final String NAME = "operations";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAccount.class);

    private final Accounts accounts;
    private final AccountAdministration administration;
    private final String file;

    public FirstAccount(
            Accounts accounts,
            AccountAdministration administration,
            @Value("${jiayou.identity.first-login:}") String file) {
        this.accounts = accounts;
        this.administration = administration;
        this.file = file;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (file.isBlank() || !accounts.areNone()) {
            return;
        }
        Path path = Path.of(file);
        Files.deleteIfExists(path);
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                path, administration.create(NAME, Role.OPERATIONS, null).oneTimePassword());
        LOG.info("The account {} was created; its one-time password is in {}", NAME, path);
    }
}
