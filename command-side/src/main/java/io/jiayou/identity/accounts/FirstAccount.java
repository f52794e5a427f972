package io.jiayou.identity.accounts;

import io.jiayou.access.Role;
import io.jiayou.identity.accounts.AccountAdministration.Handover;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Optional;
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
 *
 * <p>A later start makes another one where that is of no use to anybody any more: the file is gone before somebody logged in, as a
 * container's is after each restart, or the day is over. Else nobody could ever get in. Who has chosen a password, or can be
 * reset by somebody else of the role, keeps what there is.
 */
@Component
// Runners without an order have none, and accounts of a demonstration would come first now and then.
@Order(Ordered.HIGHEST_PRECEDENCE)
public class FirstAccount implements ApplicationRunner {

    static final String NAME = "operations";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAccount.class);

    private final Accounts accounts;
    private final AccountAdministration administration;
    private final Passwords passwords;
    private final Clock clock;
    private final String file;

    public FirstAccount(
            Accounts accounts,
            AccountAdministration administration,
            Passwords passwords,
            Clock clock,
            @Value("${jiayou.identity.first-login:}") String file) {
        this.accounts = accounts;
        this.administration = administration;
        this.passwords = passwords;
        this.clock = clock;
        this.file = file;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (file.isBlank()) {
            return;
        }
        Path path = Path.of(file);
        if (accounts.areNone()) {
            create(path);
            return;
        }
        Optional<Account> waiting = accounts.onlyOperations()
                .filter(account -> account.name().equals(NAME) && account.oneTimeUntil() != null);
        if (waiting.isPresent()) {
            keepUsable(waiting.get(), path);
        }
    }

    private void create(Path path) throws IOException {
        makeEmpty(path);
        Files.writeString(
                path, administration.create(NAME, Role.OPERATIONS, null).oneTimePassword());
        LOG.info("The account {} was created; its one-time password is in {}", NAME, path);
    }

    private void keepUsable(Account account, Path path) throws IOException {
        boolean lost = !holds(path, account);
        if (!account.needsAnother(lost, clock.instant())) {
            return;
        }
        makeEmpty(path);
        Optional<Handover> renewed = administration.renew(account, lost);
        if (renewed.isEmpty()) {
            Files.delete(path);
            LOG.info(
                    "The account {} has changed meanwhile: another node made a one-time password, or somebody is in",
                    NAME);
            return;
        }
        Files.writeString(path, renewed.get().oneTimePassword());
        LOG.info("Nobody could log in as {} any more; another one-time password is in {}", NAME, path);
    }

    /** Whether the account's one-time password is there: not that of a start before, and not half of a file. */
    private boolean holds(Path path, Account account) throws IOException {
        return Files.exists(path) && passwords.matches(Files.readString(path).strip(), account.password());
    }

    /** For the owner of the process alone, before anything is in it. */
    private static void makeEmpty(Path path) throws IOException {
        Files.deleteIfExists(path);
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
}
