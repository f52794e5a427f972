package io.jiayou.query;

import io.jiayou.http.ProblemException;
import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.Reads;
import io.jiayou.readmodel.documents.PastRecord;
import io.jiayou.readmodel.rebuild.Pasts;
import io.jiayou.rules.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a query that names a past be answered from it, and says with the answer where that past stands. */
final class ChoosePast implements HandlerInterceptor {

    static final String PARAMETER = "past";

    private static final List<String> NOT_WITH = List.of(ReadYourWrites.PARAMETER, "asOf");

    private final Catalogue models;
    private final Pasts pasts;

    ChoosePast(Catalogue models, Pasts pasts) {
        this.models = models;
        this.pasts = pasts;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        List<ReadModel<?>> read = ReadModelsRead.by(handler, models);
        String name = request.getParameter(PARAMETER);
        if (name != null && !read.isEmpty()) {
            expectAlone(request, handler);
            PastRecord past = pasts.ready(name);
            for (ReadModel<?> model : read) {
                if (past.share(model.name()).isEmpty()) {
                    throw refused("this past doesn't hold " + model.name());
                }
            }
            if (past.whatIf() != null) {
                throw refused("this past didn't happen: ask for what-if");
            }
            ChosenPast.put(request, past);
            response.setHeader(Reads.POSITION, Long.toString(past.position()));
        }
        return true;
    }

    private static void expectAlone(HttpServletRequest request, Object handler) {
        if (!ReadModelsRead.takesPast(handler)) {
            throw refused("this isn't answered from a past");
        }
        for (String other : NOT_WITH) {
            if (request.getParameter(other) != null) {
                throw refused("past goes without " + other);
            }
        }
    }

    private static ProblemException refused(String why) {
        return new ProblemException(Problem.INVALID_FIELD, PARAMETER, why);
    }
}
