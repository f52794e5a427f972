package io.jiayou.embedded.documents;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
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
    private final LongAdder documentsVisited;

    IndexedBackend(LongAdder documentsVisited) {
        this.documentsVisited = documentsVisited;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new IndexedDatabase(name, getCursorRegistry(), documentsVisited);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        Lock lock = STRUCTURAL.contains(name) ? structure.writeLock() : structure.readLock();
        lock.lock();
        try {
            return name.equals("hello") ? hello(channel) : super.handleCommand(channel, database, command, query);
        } finally {
            lock.unlock();
        }
    }

    private Document hello(Channel channel) {
        return super.handleCommand(channel, "admin", "ismaster", new Document()).append("isWritablePrimary", true);
    }

    /** Answers a refused command. The library would do so too, but it logs the whole command, and with it what people own. */
    @Override
    public Document handleMessage(MongoMessage message) {
        try {
            return super.handleMessage(message);
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
