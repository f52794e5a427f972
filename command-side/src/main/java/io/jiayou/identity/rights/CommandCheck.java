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
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
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

    /** Looked up once: a class makes its components anew whenever it is asked for them, and each is slow to call at first. */
    private final ClassValue<List<Named>> ids = new ClassValue<>() {
        @Override
        protected List<Named> computeValue(Class<?> command) {
            return Arrays.stream(Kind.values())
                    .flatMap(kind -> Arrays.stream(command.getRecordComponents())
                            .filter(component -> component.getName().equals(kind.component()))
                            .map(component -> new Named(kind, component.getAccessor())))
                    .toList();
        }
    };

    /** Where a command holds the id of something. */
    private record Named(Kind kind, Method accessor) {

        Stream<String> id(Object command) {
            try {
                return accessor.invoke(command) instanceof String id ? Stream.of(id) : Stream.empty();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a command can't be read", e);
            }
        }
    }

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
        return ids.get(command.getClass()).stream()
                .flatMap(named -> named.id(command).map(id -> owners.of(named.kind, id)))
                .reduce(Owner.NOBODY, Owner::and);
    }
}
