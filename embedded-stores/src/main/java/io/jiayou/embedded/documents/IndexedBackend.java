package io.jiayou.embedded.documents;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's commands: what concerns all databases, and the order between commands that run at the same time. */
final class IndexedBackend extends AbstractMongoBackend {

    private static final Logger log = LoggerFactory.getLogger(IndexedBackend.class);

    /** Commands that change which collections there are; none of them is atomic in the library. */
    private static final Set<String> STRUCTURAL =
            Set.of("create", "drop", "dropdatabase", "dropindexes", "renamecollection");

    private final ReadWriteLock structure = new ReentrantReadWriteLock();
    /** What a connection may ask before it has logged in: who the server is, and to be let in. */
    private static final Set<String> OPEN = Set.of("hello", "ismaster", "ping");

    private static final int UNAUTHORIZED = 13;
    private static final int AUTHENTICATION_FAILED = 18;

    private final LongAdder documentsVisited;
    private final StoreLogin login;

    IndexedBackend(LongAdder documentsVisited, StoreLogin login) {
        this.documentsVisited = documentsVisited;
        this.login = login;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new IndexedDatabase(name, getCursorRegistry(), documentsVisited);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        if (name.equals("saslstart")) {
            return logIn(channel, query);
        }
        expectAdmitted(channel, name);
        Lock lock = STRUCTURAL.contains(name) ? structure.writeLock() : structure.readLock();
        lock.lock();
        try {
            return name.equals("hello") ? hello(channel) : super.handleCommand(channel, database, command, query);
        } finally {
            lock.unlock();
        }
    }

    /** Whoever fails begins again with another connection. */
    private Document logIn(Channel channel, Document request) {
        boolean plain = StoreLogin.MECHANISM.equals(request.get("mechanism"));
        if (!plain || !(request.get("payload") instanceof BinData shown) || !login.admits(channel, shown.getData())) {
            channel.eventLoop().schedule(() -> channel.close(), 1, TimeUnit.SECONDS);
            throw new MongoServerError(AUTHENTICATION_FAILED, "AuthenticationFailed", "Authentication failed.");
        }
        UnknownCallers.open(channel);
        return new Document("conversationId", 1)
                .append("done", true)
                .append("payload", new BinData(new byte[0]))
                .append("ok", 1.0);
    }

    private static void expectAdmitted(Channel channel, String command) {
        if (!StoreLogin.hasAdmitted(channel) && !OPEN.contains(command)) {
            throw new MongoServerError(UNAUTHORIZED, "Unauthorized", "command requires authentication");
        }
    }

    /** Queries of the protocol's former version. */
    @Override
    public QueryResult handleQuery(MongoQuery query) {
        expectAdmitted(query.getChannel(), "query");
        return super.handleQuery(query);
    }

    @Override
    public Collection<Document> getCurrentOperations(MongoQuery query) {
        expectAdmitted(query.getChannel(), "query");
        return super.getCurrentOperations(query);
    }

    private Document hello(Channel channel) {
        return super.handleCommand(channel, "admin", "ismaster", new Document()).append("isWritablePrimary", true);
    }

    private Document handleAdmitted(MongoMessage message, String command) {
        expectAdmitted(message.getChannel(), command);
        return super.handleMessage(message);
    }

    /** Answers a refused command. The library would do so too, but it logs the whole command, and with it what people own. */
    @Override
    public Document handleMessage(MongoMessage message) {
        try {
            String command = message.getDocument().keySet().iterator().next().toLowerCase(Locale.ROOT);
            return command.equals("saslstart")
                    ? logIn(message.getChannel(), message.getDocument())
                    : handleAdmitted(message, command);
        } catch (MongoServerException refusal) {
            log.debug("Refused a command: {}", refusal.getClass().getSimpleName());
            Document answer = new Document("ok", 0).append("errmsg", refusal.getMessageWithoutErrorCode());
            if (refusal instanceof MongoServerError error) {
                answer.append("code", error.getCode()).putIfNotNull("codeName", error.getCodeName());
            }
            return answer;
        }
    }
}
