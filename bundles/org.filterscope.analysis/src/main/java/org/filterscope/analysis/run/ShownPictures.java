package org.filterscope.analysis.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.filterscope.analysis.batch.BatchSize;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.ValueArrays;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.PictureBatch;
import org.filterscope.engine.picture.PictureBatches;
import org.filterscope.engine.picture.PictureFile;

/** Shows pictures to a network and keeps nothing of what its layers say. */
record ShownPictures(List<PictureFile> pictures, InputPreparation preparation) {

    /** Looks at what layers say of some pictures. */
    @FunctionalInterface
    interface Observer {
        /**
         * @param picture index of the first of these pictures
         * @param maps    of the layers that were asked for; the next ones come in the same arrays
         */
        void see(int picture, Map<String, FeatureMaps> maps);
    }

    /** @param progress advances by every picture */
    void run(final NetworkSession session, final Set<String> layers, final Observer observer, final Progress progress) throws InvalidInputException {
        int shown = 0;
        final ValueArrays arrays = new ValueArrays();
        final int batch = BatchSize.of(session.graph(), List.copyOf(layers));
        try (PictureBatches batches = new PictureBatches(pictures, preparation, batch)) {
            for (Optional<PictureBatch> next = batches.next(); next.isPresent(); next = batches.next()) {
                progress.checkCancelled();
                observer.see(shown, session.forward(next.get().input(), layers, arrays));
                shown += next.get().pictures().size();
                progress.advance(next.get().pictures().size());
            }
        }
    }
}
