package org.filterscope.examples.scenes;

import java.util.Set;

/** The classes of scenes: a river with boats and one without, a road with cars and one without, houses, and neither of all these. */
enum SceneLabel {
    HARBOUR(RibbonKind.RIVER, true), VALLEY(RibbonKind.RIVER, false), STREET(RibbonKind.ROAD, true),
    LANE(RibbonKind.ROAD, false), VILLAGE(RibbonKind.NONE, false), MEADOW(RibbonKind.NONE, false);

    private final RibbonKind ribbon;
    private final boolean traffic;

    SceneLabel(final RibbonKind ribbon, final boolean traffic) {
        this.ribbon = ribbon;
        this.traffic = traffic;
    }

    RibbonKind ribbon() {
        return ribbon;
    }

    /** Whether there are cars on the road or boats on the river. */
    boolean traffic() {
        return traffic;
    }

    /** The rule: what a scene is called follows from what is in it. */
    static SceneLabel of(final Set<SceneObject> objects) {
        if (objects.contains(SceneObject.RIVER)) {
            return objects.contains(SceneObject.BOAT) ? HARBOUR : VALLEY;
        }
        if (objects.contains(SceneObject.ROAD)) {
            return objects.contains(SceneObject.CAR) ? STREET : LANE;
        }
        return objects.contains(SceneObject.BUILDING) ? VILLAGE : MEADOW;
    }

    /** The same scene with a road where the river was. */
    SceneLabel withRoad() {
        return ribbon != RibbonKind.RIVER ? this : traffic ? STREET : LANE;
    }
}
