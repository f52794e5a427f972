package io.jiayou.identity.rights;

import io.jiayou.access.AccessTable;
import io.jiayou.access.Kind;
import io.jiayou.access.Owner;
import io.jiayou.access.Owners;
import io.jiayou.access.Rights;
import io.jiayou.command.Authority;
import io.jiayou.command.Origin;
import io.jiayou.http.ProblemException;
import io.jiayou.http.access.Access;
import io.jiayou.rules.Problem;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Lets a command through to its handler only if its rule does. Endpoints are checked before; this holds for whatever way
 * leads to a command, and knows whose the things are that a request names in its body.
 */
@Component
public class CommandCheck implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final AccessTable table = AccessTable.shipped();
    private final Owners owners;
    private final Access access;

    public CommandCheck(CommandBus bus, Owners owners, Environment environment) {
        this.owners = owners;
        this.access = Access.of(environment);
        bus.registerHandlerInterceptor(this);
    }

    /** @throws ProblemException FORBIDDEN if the rule doesn't let it through */
    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        Object command = work.getMessage().getPayload();
        if (!isAllowed(Origin.current().authority(), command)) {
            throw new ProblemException(Problem.FORBIDDEN, null, "the role doesn't allow this, or it isn't yours");
        }
        return chain.proceed();
    }

    private boolean isAllowed(Authority authority, Object command) {
        Rights rights = table.of(command.getClass());
        return switch (authority) {
            case Authority.OfSystem ignored -> true;
            case Authority.OfNobody ignored -> access == Access.OPEN || rights != null && rights.everybody();
            case Authority.OfCaller it -> rights != null && rights.allow(it.caller(), () -> owner(command));
        };
    }

    /** Whose all the things are together that a command names. */
    private Owner owner(Object command) {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> id(command, kind.component()).map(id -> owners.of(kind, id)))
                .reduce(Owner.NOBODY, Owner::and);
    }

    private static Stream<String> id(Object command, String name) {
        return Arrays.stream(command.getClass().getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .map(component -> valueOf(component, command))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    private static @Nullable Object valueOf(RecordComponent component, Object command) {
        try {
            return component.getAccessor().invoke(command);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a command can't be read", e);
        }
    }
}
