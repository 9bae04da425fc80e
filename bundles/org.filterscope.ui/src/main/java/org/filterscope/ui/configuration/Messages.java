package org.filterscope.ui.configuration;

import java.util.ResourceBundle;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    private static final String BUNDLE = "org.filterscope.ui.configuration.messages";

    public static String AnalysesField_chosen;
    public static String CompletionSource_about;
    public static String Completions_class;
    public static String Completions_layer;
    public static String ConceptSets_add;
    public static String ConceptSets_addTip;
    public static String ConceptSets_block;
    public static String ConceptSets_masks;
    public static String ConceptSets_remove;
    public static String ConceptSets_sets;
    public static String ConceptSets_unnamed;
    public static String ConfigurationEditor_otherwise;
    public static String ConfigurationEditor_source;
    public static String ConfigurationFile_binary;
    public static String ConfigurationFile_longLine;
    public static String ConfigurationFile_tooLarge;
    public static String ConfigurationForm_accuracy;
    public static String ConfigurationForm_all;
    public static String ConfigurationForm_auto;
    public static String ConfigurationForm_baseline;
    public static String ConfigurationForm_byDefault;
    public static String ConfigurationForm_category;
    public static String ConfigurationForm_chooseLayers;
    public static String ConfigurationForm_classes;
    public static String ConfigurationForm_conceptImages;
    public static String ConfigurationForm_conceptName;
    public static String ConfigurationForm_conceptNameHint;
    public static String ConfigurationForm_concepts;
    public static String ConfigurationForm_conceptsTip;
    public static String ConfigurationForm_constants;
    public static String ConfigurationForm_detector;
    public static String ConfigurationForm_directory;
    public static String ConfigurationForm_dissection;
    public static String ConfigurationForm_fall;
    public static String ConfigurationForm_fields;
    public static String ConfigurationForm_fieldsTop;
    public static String ConfigurationForm_flaws;
    public static String ConfigurationForm_folder;
    public static String ConfigurationForm_gates;
    public static String ConfigurationForm_gatesTip;
    public static String ConfigurationForm_graph;
    public static String ConfigurationForm_graphClasses;
    public static String ConfigurationForm_graphPictures;
    public static String ConfigurationForm_input;
    public static String ConfigurationForm_iterations;
    public static String ConfigurationForm_labels;
    public static String ConfigurationForm_landmarkFile;
    public static String ConfigurationForm_landmarkImages;
    public static String ConfigurationForm_landmarks;
    public static String ConfigurationForm_layerNames;
    public static String ConfigurationForm_layers;
    public static String ConfigurationForm_layersTip;
    public static String ConfigurationForm_least;
    public static String ConfigurationForm_leastClass;
    public static String ConfigurationForm_limit;
    public static String ConfigurationForm_masks;
    public static String ConfigurationForm_mean;
    public static String ConfigurationForm_method;
    public static String ConfigurationForm_mirrored;
    public static String ConfigurationForm_mode;
    public static String ConfigurationForm_model;
    public static String ConfigurationForm_modelFile;
    public static String ConfigurationForm_modelTip;
    public static String ConfigurationForm_most;
    public static String ConfigurationForm_mostHint;
    public static String ConfigurationForm_names;
    public static String ConfigurationForm_needed;
    public static String ConfigurationForm_noGate;
    public static String ConfigurationForm_occluder;
    public static String ConfigurationForm_ofTheRun;
    public static String ConfigurationForm_optional;
    public static String ConfigurationForm_order;
    public static String ConfigurationForm_output;
    public static String ConfigurationForm_outputTip;
    public static String ConfigurationForm_patterns;
    public static String ConfigurationForm_permutations;
    public static String ConfigurationForm_pictures;
    public static String ConfigurationForm_picturesTip;
    public static String ConfigurationForm_quantile;
    public static String ConfigurationForm_regressions;
    public static String ConfigurationForm_resampling;
    public static String ConfigurationForm_resize;
    public static String ConfigurationForm_sample;
    public static String ConfigurationForm_scale;
    public static String ConfigurationForm_seed;
    public static String ConfigurationForm_settings;
    public static String ConfigurationForm_settingsTip;
    public static String ConfigurationForm_severity;
    public static String ConfigurationForm_size;
    public static String ConfigurationForm_sizeHint;
    public static String ConfigurationForm_std;
    public static String ConfigurationForm_stride;
    public static String ConfigurationForm_top;
    public static String ConfigurationForm_upsampling;
    public static String ConfigurationMarkersJob_name;
    public static String FormEditorPage_heading;
    public static String FormEditorPage_run;
    public static String FormEditorPage_title;
    public static String FormMessages_line;
    public static String KeyCorrection_change;
    public static String KeyDocumentation_choices;
    public static String KeyResolutions_description;
    public static String LayerChoice_choose;
    public static String LayerChoice_noModel;
    public static String LayerChoice_none;
    public static String LayerChoice_reading;
    public static String LayerChoice_title;
    public static String PathChoice_browse;
    public static String PathChoice_browseFor;

    public static String SourceModel_reading;
    public static String SourceModel_title;
    public static String SourceModel_uneditable;
    public static String TextField_commas;
    public static String WatchActivator_beginning;

    static {
        NLS.initializeMessages(BUNDLE, Messages.class);
    }

    private Messages() {
    }

    /** For actions of the platform's that read their own words. */
    static ResourceBundle bundle() {
        return ResourceBundle.getBundle(BUNDLE);
    }
}
