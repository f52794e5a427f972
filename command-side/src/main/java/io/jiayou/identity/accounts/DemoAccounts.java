package io.jiayou.identity.accounts;

import io.jiayou.access.Role;
import io.jiayou.command.Origin;
import io.jiayou.identity.record.IdentityJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Accounts to try the roles with, made once with demonstration data. Their passwords and secrets are made by chance, and
 * stand in a file that only the owner of the process can read ({@code jiayou.identity.demo-logins}).
 */
@Component
public class DemoAccounts {

    private static final String PREFIX = "demo-";

    private final AccountAdministration administration;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Clock clock;
    private final String file;

    public DemoAccounts(
            AccountAdministration administration,
            Accounts accounts,
            Passwords passwords,
            Clock clock,
            @Value("${jiayou.identity.demo-logins:}") String file) {
        this.administration = administration;
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
        this.file = file;
    }

    /** @param stationId whose manager and attendant are among them */
    public void create(String stationId) {
        String first = PREFIX + Role.OPERATIONS.code();
        if (file.isBlank() || accounts.find(accounts.id(first)).isPresent()) {
            return;
        }
        IdentityJournal.inTheNameOf("demo", "system", null, () -> {
            write(Stream.of(Role.values())
                    .filter(Role::isOfStaff)
                    .map(role -> create(role, role.isOfStation() ? stationId : null))
                    .toList());
            return Origin.current();
        });
    }

    private String create(Role role, @Nullable String stationId) {
        String name = PREFIX + role.code();
        String id = administration.create(name, role, stationId).accountId();
        String password = passwords.oneTime();
        String hash = passwords.hash(password);
        String secret = TimeCodes.newSecret();
        Account account = accounts.change(id, it -> {
            Account own = it.withOwnPassword(hash, Networks.current());
            return own.needsFactor() ? own.enrolled(SecondFactor.of(secret, 0, List.of())) : own;
        });
        return name + " " + password + (account.needsFactor() ? " " + secret : "");
    }

    private void write(List<String> lines) {
        try {
            Path path = Path.of(file);
            Files.deleteIfExists(path);
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            List<String> all = new ArrayList<>(lines);
            all.add("# made " + clock.instant());
            Files.write(path, all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
