package org.filterscope.engine.picture;

import java.util.List;

import org.filterscope.engine.execution.FeatureMaps;

/**
 * Some pictures made ready for the network.
 *
 * @param pictures in order
 * @param digests  SHA-256 of each file
 * @param input    {@code [image, channel, row, col]}
 */
public record PictureBatch(List<PictureFile> pictures, List<byte[]> digests, FeatureMaps input) {
}
