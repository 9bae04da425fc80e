package org.filterscope.ui.launch;

import java.util.List;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;

/** What is shown to the network, and what is known of it. */
final class DataTab extends ConfigurationTab {

    DataTab(final ConfigurationDraft draft) {
        super(draft, Messages.DataTab_name, "icons/trace-pictures.svg", List.of("images", "concepts", "landmarks"));
    }

    @Override
    void fill(final Composite page) {
        final Group pictures = ConfigurationFields.group(page, Messages.DataTab_pictures);
        fields().folder(pictures, Messages.DataTab_folder, "images.folder");
        fields().choice(pictures, Messages.DataTab_classes, "images.classes", Messages.DataTab_classesStandard, List.of("folders", "none"));
        fields().number(pictures, Messages.DataTab_limit, "images.limit", Messages.DataTab_limitStandard);
        fields().number(pictures, Messages.DataTab_seed, "images.seed", "1");
        final Group concepts = ConfigurationFields.group(page, Messages.DataTab_concepts);
        fields().folder(concepts, Messages.DataTab_masks, "concepts.masks");
        fields().file(concepts, Messages.DataTab_names, "concepts.names", "*.csv", "*");
        final Group landmarks = ConfigurationFields.group(page, Messages.DataTab_landmarks);
        fields().file(landmarks, Messages.DataTab_landmarksFile, "landmarks", "*.csv", "*");
    }
}
