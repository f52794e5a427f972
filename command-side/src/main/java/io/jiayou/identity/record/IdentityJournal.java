package io.jiayou.identity.record;

import io.jiayou.command.Commands;
import io.jiayou.command.Origin;
import io.jiayou.command.Receipt;
import io.jiayou.identity.events.IdentityEvent;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what happens to accounts, keys and sessions: the system does it, in the name of whom it is about. */
@Component
public class IdentityJournal {

    private final Commands commands;

    public IdentityJournal(Commands commands) {
        this.commands = commands;
    }

    /** Writes an event down in the name of whoever sent the request. */
    public Receipt write(IdentityEvent event) {
        Origin sender = Origin.current();
        return write(event, sender.actor(), sender.role(), sender.session());
    }

    /** Writes an event down in somebody's name, who may have just proved it and has no token yet. */
    public Receipt write(IdentityEvent event, String actor, String role, @Nullable String session) {
        return inTheNameOf(
                actor, role, session, () -> commands.send(event.subject(), new RecordIdentity(event.subject(), event)));
    }

    /** Does what the system does for somebody who logs in. */
    public static <T> T inTheNameOf(String actor, String role, @Nullable String session, Callable<T> work) {
        try {
            return Origin.current().inTheNameOf(actor, role, session).call(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
