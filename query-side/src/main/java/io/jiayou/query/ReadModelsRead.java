package io.jiayou.query;

import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.Reads;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** What an endpoint says by {@link Reads}, on its method or else on its class. */
final class ReadModelsRead {

    private ReadModelsRead() {}

    /** The read models that an endpoint answers from; none for whatever else handles a request. */
    static List<ReadModel<?>> by(Object handler, Catalogue models) {
        return reads(handler)
                .map(named -> Stream.of(named.value())
                        .<ReadModel<?>>map(models::ofType)
                        .toList())
                .orElse(List.of());
    }

    /** Whether an endpoint answers from pasts too. */
    static boolean takesPast(Object handler) {
        return reads(handler).filter(Reads::past).isPresent();
    }

    /** The parameters of such an endpoint that its method doesn't take, since an interceptor reads them. */
    static List<String> parameters(HandlerMethod endpoint) {
        return reads(endpoint)
                .map(reads -> reads.past()
                        ? List.of(ReadYourWrites.PARAMETER, ChoosePast.PARAMETER)
                        : List.of(ReadYourWrites.PARAMETER))
                .orElse(List.of());
    }

    private static Optional<Reads> reads(Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return Optional.empty();
        }
        @Nullable Reads onMethod = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Reads.class);
        return Optional.ofNullable(onMethod)
                .or(() -> Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Reads.class)));
    }
}
