package io.jiayou.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.access.Role;
import io.jiayou.driver.SomeDriver;
import io.jiayou.http.bounds.Bounds;
import io.jiayou.http.bounds.Machine;
import io.jiayou.identity.IdentityAlone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.DefaultApplicationArguments;

class FirstAccountTest {

    @TempDir
    private Path directory;

    private final IdentityAlone identity = new IdentityAlone();
    private final Accounts accounts = new Accounts(identity.vault(), SomeDriver.KEY);
    private final Passwords passwords = new Passwords(Bounds.of(new Machine(512L << 20, 2), Map.of()));
    private final AccountAdministration administration = new AccountAdministration(
            accounts,
            new Operators(identity.vault(), accounts, identity.clock()),
            passwords,
            identity.sessions(new AccountStanding(accounts)),
            identity.journal(),
            identity.clock());

    @AfterEach
    void close() {
        passwords.close();
    }

    @Test
    void isMadeOnceAndItsPasswordIsForTheOwnerOfTheProcessAlone() throws IOException {
        Path file = directory.resolve("first-login");
        start(file.toString());

        assertThat(accounts.all()).singleElement().satisfies(it -> {
            assertThat(it.name()).isEqualTo("operations");
            assertThat(it.role()).isEqualTo(Role.OPERATIONS);
        });
        assertThat(Files.readString(file)).hasSize(20);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.delete(file);
        start(file.toString());

        assertThat(accounts.all()).hasSize(1);
        assertThat(file).doesNotExist();
    }

    @Test
    void isNotMadeWhereNoFileIsNamed() throws IOException {
        start("");

        assertThat(accounts.areNone()).isTrue();
        assertThat(identity.written()).isEmpty();
    }

    private void start(String file) throws IOException {
        new FirstAccount(accounts, administration, file).run(new DefaultApplicationArguments());
    }
}
