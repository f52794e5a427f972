package io.jiayou.query;

import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.access.Scope;
import io.jiayou.audit.pasts.PastMoments;
import io.jiayou.http.ProblemException;
import io.jiayou.http.access.Access;
import io.jiayou.http.access.Callers;
import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.Reads;
import io.jiayou.readmodel.documents.PastRecord;
import io.jiayou.readmodel.rebuild.Pasts;
import io.jiayou.rules.Detail;
import io.jiayou.rules.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a query that names a past, where queries may, be answered from it, and says with the answer where that past stands. Who may not use pasts
 * doesn't hear whether there is one of a name.
 */
final class ChoosePast implements HandlerInterceptor {

    static final String PARAMETER = "past";

    private static final String AS_OF = "asOf";

    private final Catalogue models;
    private final Pasts pasts;
    private final PastMoments moments;
    private final Access access;

    ChoosePast(Catalogue models, Pasts pasts, PastMoments moments, Access access) {
        this.models = models;
        this.pasts = pasts;
        this.moments = moments;
        this.access = access;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        List<ReadModel<?>> read = ReadModelsRead.by(handler, models);
        String name = request.getParameter(PARAMETER);
        if (name != null && !read.isEmpty() && ReadModelsRead.takesPast(handler)) {
            requireRight();
            PastRecord past = pasts.ready(name);
            for (ReadModel<?> model : read) {
                if (past.share(model.name()).isEmpty()) {
                    throw unsuitable(Detail.of("this past doesn't hold {0}", model.name()));
                }
            }
            if (past.whatIf() != null) {
                throw unsuitable(Detail.of("this past didn't happen: ask for what-if"));
            }
            expectItsMoment(request, past);
            ChosenPast.put(request, past);
            response.setHeader(Reads.POSITION, Long.toString(past.position()));
        }
        return true;
    }

    /**
     * Pasts are of everybody's things, so who acts for one driver or one station has none; asking whose a thing is comes later
     * and would tell first whether there is such a past.
     */
    private void requireRight() {
        if (access == Access.OPEN && Callers.current().isEmpty()) {
            return;
        }
        if (!actsForAll(Callers.required())) {
            throw new ProblemException(Problem.FORBIDDEN, null, "pasts aren't for who acts for one driver or station");
        }
    }

    private static boolean actsForAll(Caller caller) {
        return caller.role() == Role.MACHINE
                ? caller.stationId() == null && caller.scopes().contains(Scope.READING)
                : caller.role().isOfStaff() && !caller.role().isOfStation();
    }

    /** Another moment, or what was recorded later, a past can't show: it has one moment of its own. */
    private void expectItsMoment(HttpServletRequest request, PastRecord past) {
        String asOf = request.getParameter(AS_OF);
        if (asOf != null && moments.read(AS_OF, asOf).position() != past.position()) {
            throw unsuitable(Detail.of("this past is of another moment"));
        }
        String version = request.getParameter(ReadYourWrites.PARAMETER);
        if (version != null && ReadYourWrites.position(version) > past.position()) {
            throw unsuitable(Detail.of("this past ends before that version"));
        }
    }

    private static ProblemException unsuitable(Detail why) {
        return ProblemException.of(Problem.PAST_UNSUITABLE, PARAMETER, why);
    }
}
