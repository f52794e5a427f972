package io.jiayou.trials.rights;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How rights of drivers, programs and addresses end. */
final class OtherEndings {

    private OtherEndings() {}

    static List<Ending> of(Place place, String order) {
        return List.of(new Erasure(place), new Revocation(place), new Denial(place, order));
    }

    private static final class Erasure implements Ending {

        private final Place place;
        private volatile String driver = "";

        Erasure(Place place) {
            this.place = place;
        }

        @Override
        public String name() {
            return "erasure";
        }

        @Override
        public Holder begin() throws IOException, InterruptedException {
            driver = place.driver();
            String order = place.order(driver);
            return new Holder(place.nodes().token("driver", driver, null), order, null);
        }

        @Override
        public void end(Holder holder) throws IOException, InterruptedException {
            place.operate("DELETE", "/api/drivers/" + driver, Map.of());
        }
    }

    private static final class Revocation implements Ending {

        private final Place place;
        private volatile String key = "";

        Revocation(Place place) {
            this.place = place;
        }

        @Override
        public String name() {
            return "revocation";
        }

        @Override
        public Holder begin() throws IOException, InterruptedException {
            Map<String, Object> wanted = Map.of("name", "a program", "scopes", List.of("reading"), "days", 1);
            JsonNode issued = place.operate("POST", "/api/machine-keys", wanted).body();
            key = issued.path("keyId").asString("");
            Map<String, String> shown = Map.of("key", issued.path("key").asString(""));
            JsonNode granted =
                    place.done(null, "POST", "/api/sessions/machine", shown).body();
            return new Holder(granted.path("accessToken").asString(""), null, null);
        }

        @Override
        public void end(Holder holder) throws IOException, InterruptedException {
            place.operate("DELETE", "/api/machine-keys/" + key, Map.of());
        }
    }

    private static final class Denial implements Ending {

        private static final String RANGE = "203.0.113.77";

        private final Attendant attendant;
        private final Place place;
        private final String order;

        Denial(Place place, String order) {
            try {
                this.attendant = new Attendant(place);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            this.place = place;
            this.order = order;
        }

        @Override
        public String name() {
            return "denied address";
        }

        @Override
        public Holder begin() throws IOException, InterruptedException {
            return new Holder(attendant.logIn().accessToken(), order, RANGE);
        }

        @Override
        public void end(Holder holder) throws IOException, InterruptedException {
            Map<String, String> listed = Map.of("range", RANGE, "listing", "DENIED");
            place.operate("POST", "/api/perimeter/addresses", listed);
        }

        @Override
        public void after() throws IOException, InterruptedException {
            place.operate("DELETE", "/api/perimeter/addresses?range=" + RANGE, Map.of());
        }
    }
}
