package org.plumbline.server.review;

import org.plumbline.server.review.chart.Chart;
import org.plumbline.server.review.chart.ChartSize;

/**
 * A chart on a page: for wide and narrow screens, light and dark. Its size is known before it is drawn, so that nothing moves
 * when it comes.
 *
 * @param path address without its ending
 * @param query what else is asked, beginning with {@code &}, or empty
 * @param alternative what it says, for those who do not see it
 * @param width pixels on a wide screen
 * @param height pixels on a wide screen
 * @param narrowWidth pixels on a narrow one
 * @param narrowHeight pixels on a narrow one
 */
record ChartPicture(
        String path, String query, String alternative, int width, int height, int narrowWidth, int narrowHeight) {
    static ChartPicture of(String path, String query, Chart wide, Chart narrow) {
        return new ChartPicture(
                path, query, wide.alternative(), wide.width(), wide.height(), narrow.width(), narrow.height());
    }

    /** A chart whose size does not follow from what it shows: planned once, it is read and drawn for either screen later. */
    static ChartPicture of(String path, String query, Chart wide) {
        return new ChartPicture(
                path,
                query,
                wide.alternative(),
                wide.width(),
                wide.height(),
                ChartSize.NARROW.width,
                ChartSize.NARROW.height);
    }

    public String address(String theme, String size) {
        return path + ".svg?theme=" + theme + "&size=" + size + query;
    }

    /** To keep: light, wide, twice the size. */
    public String png() {
        return path + ".png" + (query.isEmpty() ? "" : "?" + query.substring(1));
    }
}
