package io.jiayou.audit.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A table over many pages, with the heads of its columns on each. */
final class Table {

    static final float MARGIN = 40;
    static final float SIZE = 8;
    private static final float LEADING = 11;
    private static final float GAP = 8;
    private static final float BOTTOM = MARGIN + 2 * LEADING;

    /** @param right whether it is a column of numbers */
    record Column(String head, float width, boolean right) {}

    private final Paper paper;
    private final List<Column> columns;
    private float y;

    /** @param top from where it goes down */
    Table(Paper paper, List<Column> columns, float top) throws IOException {
        this.paper = paper;
        this.columns = columns;
        this.y = top;
        heads();
    }

    private void heads() throws IOException {
        List<String> heads = columns.stream().map(Column::head).toList();
        drawn(heads.stream().map(List::of).toList(), 0, true);
        paper.rule(MARGIN, Paper.SIZE.getWidth() - MARGIN, y + LEADING / 2 + 1);
        y -= 2;
    }

    /** A heading over the rows that follow, of which one at least stays with it. */
    void title(String text) throws IOException {
        room(4 * LEADING);
        y -= LEADING / 2;
        paper.text(MARGIN, y, SIZE + 2, true, text);
        y -= LEADING * 1.3f;
    }

    /** A row stays on one page, unless it is longer than one. */
    void row(List<String> cells) throws IOException {
        List<List<String>> wrapped = new ArrayList<>();
        int most = 1;
        for (int n = 0; n < cells.size(); n++) {
            wrapped.add(paper.lines(cells.get(n), columns.get(n).width() - GAP, SIZE));
            most = Math.max(most, wrapped.get(n).size());
        }
        room(Math.min(most * LEADING, Paper.SIZE.getHeight() - BOTTOM - MARGIN - 4 * LEADING));
        for (int line = 0; line < most; line++) {
            room(0);
            drawn(wrapped, line, false);
        }
        y -= 2;
    }

    private void drawn(List<List<String>> cells, int line, boolean bold) throws IOException {
        float x = MARGIN;
        for (int n = 0; n < cells.size(); n++) {
            Column column = columns.get(n);
            if (line < cells.get(n).size()) {
                String text = cells.get(n).get(line);
                float indent = column.right ? column.width - GAP - paper.width(text, SIZE) : 0;
                paper.text(x + indent, y, SIZE, bold, text);
            }
            x += column.width;
        }
        y -= LEADING;
    }

    private void room(float height) throws IOException {
        if (y - height < BOTTOM) {
            paper.newPage();
            y = Paper.SIZE.getHeight() - MARGIN - LEADING;
            heads();
        }
    }
}
