package io.jiayou.query;

import com.mongodb.client.MongoCollection;
import io.jiayou.http.ProblemException;
import io.jiayou.readmodel.Reads;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.Views;
import io.jiayou.readmodel.fold.Marks;
import io.jiayou.readmodel.fold.Stop;
import io.jiayou.rules.Problem;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Documents that say with the answer what they lack: a single one where it stands still, many of them which event is the
 * first one that some miss. Who waits for a version that a document won't show is refused.
 */
record MarkedViews<V extends View>(Views<V> views, Supplier<Marks> marks) implements Views<V> {

    @Override
    public Optional<V> find(String id) {
        Optional<V> found = views.find(id);
        marks.get().stopOf(id).ifPresent(MarkedViews::note);
        return found;
    }

    @Override
    public OptionalLong stop(String id) {
        return views.stop(id);
    }

    @Override
    public MongoCollection<V> collection() {
        note(marks.get());
        return views.collection();
    }

    private static void note(Stop stop) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here) {
            String version = here.getRequest().getParameter(ReadYourWrites.PARAMETER);
            if (version != null && ReadYourWrites.position(version) >= stop.position()) {
                throw new ProblemException(
                        Problem.DOCUMENT_STOPPED,
                        ReadYourWrites.PARAMETER,
                        "it stands as it was before the event at position {0}, which it can't take",
                        Long.toString(stop.position()));
            }
            say(here, Reads.STOPPED_AT, stop.position());
        }
    }

    /** That many documents were asked for of which some lack something. */
    static void note(Marks marks) {
        if (!marks.isWhole() && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here) {
            say(here, Reads.INCOMPLETE, marks.firstMissing().orElseThrow());
        }
    }

    private static void say(ServletRequestAttributes here, String header, long position) {
        if (here.getResponse() != null) {
            here.getResponse().setHeader(header, Long.toString(position));
        }
    }
}
