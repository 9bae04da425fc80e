package org.filterscope.examples.scenes;

import java.util.List;

import org.filterscope.examples.world.FlawTag;

/**
 * What a picture is going to show, before anything is drawn.
 *
 * @param kind     the scene as it will come out; its label follows by rule
 * @param usual    the scene as it would be in a sound world
 * @param alike    the ribbon is painted so that road and river look the same
 * @param crossing the road, if there is one, has a crosswalk
 * @param label    the class it will be filed under
 */
record ScenePlan(SceneLabel kind, SceneLabel usual, Landscape.Sky sky, Landscape.Ground ground, double horizon, Ribbon ribbon, boolean alike,
        boolean crossing, boolean watermark, SceneLabel label, List<FlawTag> flaws) {
}
