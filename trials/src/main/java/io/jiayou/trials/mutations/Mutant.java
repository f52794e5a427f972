package io.jiayou.trials.mutations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * One change to the code, and whether a test noticed.
 *
 * @param type the class without its package, {@code RefreshToken}; of a nested one with what it is in, {@code Outer$Inner}
 * @param method of lambdas with what they are in, {@code lambda$refresh$0}
 * @param what was changed, in PIT's words
 * @param noticed a test failed or never ended; no if none even ran the line
 */
record Mutant(String type, String method, int line, String what, boolean noticed) {

    /**
     * Reads a report of PIT.
     *
     * @throws IOException if it can't be read or isn't one
     */
    static List<Mutant> in(Path report) throws IOException {
        try {
            NodeList found = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getElementsByTagName("mutation");
            return IntStream.range(0, found.getLength())
                    .mapToObj(n -> of((Element) found.item(n)))
                    .toList();
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(report + " can't be read", e);
        }
    }

    private static Mutant of(Element element) {
        String type = text(element, "mutatedClass");
        return new Mutant(
                type.substring(type.lastIndexOf('.') + 1),
                text(element, "mutatedMethod"),
                Integer.parseInt(text(element, "lineNumber")),
                text(element, "description"),
                Boolean.parseBoolean(element.getAttribute("detected")));
    }

    private static String text(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent();
    }

    /** As docs/mutation.md names it: {@code RefreshToken.parse}. */
    String place() {
        String[] parts = method.split("\\$", -1);
        return type + "." + (parts[0].equals("lambda") ? parts[1] : method);
    }
}
