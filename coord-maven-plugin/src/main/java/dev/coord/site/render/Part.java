package dev.coord.site.render;

import dev.coord.site.model.Block;
import dev.coord.site.model.Page;
import java.util.List;

/**
 * One file of a page.
 *
 * @param path path of the file without ending
 * @param number from 1
 * @param count of the page's parts
 */
record Part(Page page, String path, int number, int count, List<Block> blocks) {}
