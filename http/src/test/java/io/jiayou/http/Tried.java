package io.jiayou.http;

import io.jiayou.http.computing.Computations;
import io.jiayou.http.computing.TakesLong;
import io.jiayou.rules.Detail;
import io.jiayou.rules.NotAllowed;
import io.jiayou.rules.Problem;
import io.jiayou.rules.Rule;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Endpoints to try things on: they answer what they were given, or fail as they are told. */
@RestController
class Tried {

    enum Colour {
        RED,
        BLUE
    }

    record Place(double latitude, double longitude) {}

    record Thing(
            @NotBlank String name,
            @NotNull @Max(1000) Long amount,
            @Nullable Colour colour,
            @Nullable OffsetDateTime at,
            @Nullable Place place,
            @Nullable @Size(max = 3) List<@NotNull @Size(max = 8) String> labels,
            @Nullable Boolean urgent) {}

    record Count(int times, long pieces) {}

    record Shouted(String text) {

        Shouted {
            if (!text.equals(text.toUpperCase(java.util.Locale.ROOT))) {
                throw new NotAllowed("a shout is in capitals");
            }
        }
    }

    record Shout(Shouted shouted) {}

    @PostMapping("/things")
    Thing echo(@Valid @RequestBody Thing thing) {
        return thing;
    }

    @PutMapping("/things/{id}")
    Thing echo(@PathVariable @Pattern(regexp = "[a-z]{1,8}") String id, @Valid @RequestBody Thing thing) {
        return thing;
    }

    @PostMapping("/counts")
    Count count(@RequestBody Count count) {
        return count;
    }

    @PostMapping("/shouts")
    Shout shout(@RequestBody Shout shout) {
        return shout;
    }

    @GetMapping("/things")
    int count(@RequestParam int first) {
        return first;
    }

    @GetMapping("/found")
    String found(
            @RequestParam(required = false) @Nullable List<String> label,
            @RequestParam(defaultValue = "false") boolean urgent,
            @RequestParam(defaultValue = "20") int limit) {
        return label + " " + urgent + " " + limit;
    }

    @PostMapping(path = "/api/imports/files", consumes = "multipart/form-data")
    long size(@RequestParam MultipartFile file) {
        return file.getSize();
    }

    /** Where the server would write parts of a form. */
    @GetMapping("/parts")
    String parts(HttpServletRequest request) {
        return request.getServletContext().getAttribute(ServletContext.TEMPDIR).toString();
    }

    @PostMapping("/asked")
    List<String> asked(HttpServletRequest request) {
        return List.copyOf(request.getParameterMap().keySet());
    }

    @GetMapping("/violations")
    void violate() {
        throw Rule.ORDER_NOT_PAID.violated("fuel flows after the payment has been confirmed");
    }

    @GetMapping("/outages")
    void fail() {
        throw new ProblemException(Problem.UNAVAILABLE, null, "the store is away");
    }

    @GetMapping("/crowds")
    void beTooMany() {
        throw ProblemException.of(
                Problem.TOO_MANY_REQUESTS, null, Detail.of("more than {0} at a time", 5), Duration.ofMillis(4_200));
    }

    @GetMapping("/faults")
    void faultily() {
        throw new IllegalStateException("with a secret: 13800138000");
    }

    @GetMapping("/long")
    @TakesLong
    String computed(@RequestParam long millis) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        while (System.nanoTime() < until) {
            Thread.sleep(50);
            Computations.requireRight();
        }
        return "computed";
    }

    @GetMapping("/api/texts")
    Map<String, String> text(@RequestParam int length, HttpServletResponse response) {
        response.setHeader("Jiayou-Position", "7");
        return Map.of("text", "x".repeat(length));
    }

    @GetMapping("/api/secrets")
    ResponseEntity<Map<String, String>> secret() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("secret", "x"));
    }

    @GetMapping("/api/orders-made")
    ResponseEntity<Map<String, String>> accepted() {
        return ResponseEntity.accepted().body(Map.of("state", "BUILDING"));
    }

    /** It fails after a part of its answer was written. */
    @GetMapping("/api/halves")
    void halfOfJson(HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.getOutputStream().write("{\"text\":".getBytes(StandardCharsets.US_ASCII));
        response.flushBuffer();
        throw new ProblemException(Problem.UNAVAILABLE, null, "the store is away");
    }

    @GetMapping("/halves")
    void half(HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getOutputStream().write("the first half\n".getBytes(StandardCharsets.US_ASCII));
        response.flushBuffer();
        throw new ProblemException(Problem.UNAVAILABLE, null, "the store is away");
    }
}
