package io.jiayou.identity.accounts;

import io.jiayou.identity.events.LoginWay;
import io.jiayou.identity.sessions.Standing;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A session of staff is good for as long as its account is open, and what proves the person hasn't become another. */
@Component
class AccountStanding implements Standing {

    private final Accounts accounts;

    AccountStanding(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Set<LoginWay> ways() {
        return Set.of(LoginWay.PASSWORD);
    }

    @Override
    public boolean holds(String actor, long epoch) {
        return accounts.find(actor)
                .filter(account -> !account.closed() && account.credentialsEpoch() == epoch)
                .isPresent();
    }

    @Override
    public Optional<String> missing(String actor) {
        return accounts.find(actor).flatMap(account -> Optional.ofNullable(account.missing()));
    }
}
