package org.filterscope.fuzz.seed;

/** Texts that people write: a configuration, tables. */
public final class TextSeeds {
    /** A configuration that says everything that one can say. */
    public static final String CONFIGURATION = """
            # A comment
            model: model.onnx
            labels: labels.txt
            input:
              size: [64, 64]
              scale: 0.00392156862745098
              mean: [0.1, 0.2, 0.3]
              std: [1, 1, 1]
              order: rgb
              resize: crop
            images: { folder: pictures, classes: folders, limit: 100, seed: 3 }
            layers: [conv2, conv3]
            concepts:
              - { name: objects, masks: masks, names: names.csv, category: object }
            landmarks: landmarks.csv
            dissection:
              quantile: 0.05
            graph: { classes: [river, road], pictures: 120 }
            filters: { top: 9 }
            sample: 1000
            gates:
              accuracy: { min: 0.9, min-class: 0.7 }
              flaws:
                - { kind: [class-confusion, dead-filters], max: 3 }
              iou: { layer: conv2, aggregate: share, above: 0.04, min: 0.3 }
            analyses: [filters, dissection, instability, classes, ablation, fields, similarity, graph, flaws]
            output: reports
            """;
    /** The same with anchors and other ways to write things. */
    public static final String STYLES = """
            model: &net "model.onnx"
            labels: 'labels.txt'
            images: &folder
              folder: >-
                pictures
              classes: none
            layers: auto
            analyses:
            - filters
            output: |
              reports
            """;
    /** Names of concepts. */
    public static final String CONCEPTS = "id,name,category\n0,background,\n1,water,object\n2,\"road, wide\",object\n255,sky,scene\n";
    /** Landmarks as points. */
    public static final String POINTS = "picture,landmark,row,col,visible\na.png,bend,1.5,2.5,true\na.png,mouth,3,4,false\n";
    /** Landmarks as boxes. */
    public static final String BOXES = "picture,landmark,top,left,bottom,right\na.png,bend,1,2,3,4\n";
    /** Landmarks by columns. */
    public static final String COLUMNS = "file,bend_x,bend_y,bend_visible\na.png,1,2,1\n";
    /** What people call filters. */
    public static final String NAMES = "fingerprint,name,verdict,layer,channel,label,note\n"
            + "aa,\"wide \"\"road\"\"\",right,conv,3,road,seen twice\nbb,,wrong,conv,4,,\n";
    /** What people do not want to be told again. */
    public static final String SUPPRESSIONS = "finding,kind,fingerprint,reason,expires,who,when\nf1,,,known,2030-01-01,me,2026-01-01\n"
            + ",dead-filters,aa,\"two\nlines\",,,\n";

    private TextSeeds() {
    }
}
