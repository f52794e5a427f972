package io.jiayou.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server answered. */
public record Answer(HttpResponse<String> response) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    /** Empty if it isn't there. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public JsonNode json() {
        return JSON.readTree(body());
    }

    /** A field's text; empty if it isn't there. */
    public String text(String field) {
        return json().path(field).asString("");
    }

    /** It is a problem of that status and code, told in the form that all problems have. */
    public Answer isProblem(int status, String code) {
        assertThat(status()).as(body()).isEqualTo(status);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(text("code")).isEqualTo(code);
        assertThat(text("type")).isEqualTo("urn:jiayou:problem:" + code);
        assertThat(text("title")).isNotEmpty();
        assertThat(json().path("status").asInt()).isEqualTo(status);
        assertThat(body()).doesNotContain("Exception").doesNotContain("\\tat ").doesNotContain("org.springframework");
        return this;
    }

    /** It is a problem of that status and code about that field. */
    public Answer isProblem(int status, String code, String field) {
        isProblem(status, code);
        assertThat(text("field")).isEqualTo(field);
        return this;
    }
}
