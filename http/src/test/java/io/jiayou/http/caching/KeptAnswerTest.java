package io.jiayou.http.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class KeptAnswerTest {

    private static final int PART = 8_192;
    private static final long WHOLE = 2L << 20;

    private final MockHttpServletResponse sent = new MockHttpServletResponse();
    private final Room room = new Room(WHOLE);
    private final KeptAnswer answer = new KeptAnswer(sent, room);

    private void write(int parts) throws IOException {
        byte[] part = new byte[PART];
        Arrays.fill(part, (byte) 'x');
        for (int n = 0; n < parts; n++) {
            answer.getOutputStream().write(part);
        }
    }

    @Test
    void keepsAShortOneUntilItIsPassedOn() throws IOException {
        sent.setContentType("application/json;charset=UTF-8");
        write(2);
        answer.flushBuffer();
        answer.getOutputStream().flush();

        assertThat(sent.isCommitted()).isFalse();
        assertThat(sent.getContentAsByteArray()).isEmpty();
        assertThat(answer.isWhole()).isTrue();
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        answer.copyTo(copy);
        assertThat(copy.size()).isEqualTo(2 * PART);

        answer.passOn();

        assertThat(sent.getContentAsByteArray()).isEqualTo(copy.toByteArray());
        assertThat(room.left()).isEqualTo(WHOLE);
    }

    /** A long answer isn't copied: what was kept of it goes on when it becomes too long, and nothing more is kept. */
    @Test
    void keepsOfALongOneNoMoreThanTheLongest() throws IOException {
        sent.setContentType("application/json");
        int largest = 0;
        for (int n = 0; n < 4 * KeptAnswer.LONGEST / PART; n++) {
            write(1);
            largest = Math.max(largest, answer.size());
            if (n >= KeptAnswer.LONGEST / PART) {
                assertThat(answer.size()).isZero();
                assertThat(room.left()).isEqualTo(WHOLE);
            }
        }

        assertThat(largest).isEqualTo(KeptAnswer.LONGEST);
        assertThat(answer.isWhole()).isFalse();
        assertThat(sent.getContentAsByteArray()).hasSize(4 * KeptAnswer.LONGEST);
    }

    @Test
    void keepsNothingWhereThereIsNoRoom() throws IOException {
        assertThat(room.take(WHOLE - 3 * PART)).isTrue();
        sent.setContentType("application/json");
        write(3);
        assertThat(answer.isWhole()).isTrue();

        write(1);

        assertThat(answer.isWhole()).isFalse();
        assertThat(sent.getContentAsByteArray()).hasSize(4 * PART);
        assertThat(room.left()).isEqualTo(3 * PART);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream", "application/problem+json", "application/jsonl", "text/plain"})
    void passesOnWhatIsNoJson(String type) throws IOException {
        sent.setContentType(type);
        write(1);
        answer.flushBuffer();

        assertThat(sent.isCommitted()).isTrue();
        assertThat(answer.isWhole()).isFalse();
    }

    @Test
    void passesOnWhatSpeaksOfCachesItself() throws IOException {
        sent.setContentType("application/json");
        answer.addHeader("cache-control", "no-store");
        write(1);

        assertThat(answer.isWhole()).isFalse();
        assertThat(sent.getContentAsByteArray()).hasSize(PART);
    }

    @Test
    void passesOnWhatIsNoSuccess() throws IOException {
        sent.setContentType("application/json");
        answer.setStatus(202);
        write(1);

        assertThat(answer.isWhole()).isFalse();
    }

    @Test
    void forgetsWhatIsTakenBack() throws IOException {
        sent.setContentType("application/json");
        write(1);
        answer.resetBuffer();

        assertThat(answer.isWhole()).isFalse();
        assertThat(room.left()).isEqualTo(WHOLE);
    }

    @Test
    void givesItsRoomBackHoweverItEnds() throws IOException {
        sent.setContentType("application/json");
        write(1);
        answer.close();

        assertThat(room.left()).isEqualTo(WHOLE);
        assertThat(sent.getContentAsByteArray()).isEmpty();
    }
}
