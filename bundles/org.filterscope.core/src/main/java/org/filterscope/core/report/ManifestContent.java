package org.filterscope.core.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a manifest tells, looked at after it was read: JSON leaves out what it likes. */
record ManifestContent(Manifest manifest) {

    /** @return the key of something that every report tells, and this manifest does not */
    Optional<String> missing() {
        final Manifest.Model model = manifest.model();
        final Manifest.Data data = manifest.data();
        final Map<String, Object> told = new LinkedHashMap<>();
        told.put("version", manifest.version());
        told.put("status", manifest.status());
        told.put("model", model);
        if (model != null) {
            told.put("model.file", model.file());
            told.put("model.sha256", model.sha256());
            told.put("model.format", model.format());
            told.put("model.input", model.input());
        }
        told.put("data", data);
        if (data != null) {
            told.put("data.folder", data.folder());
            told.put("data.sha256", data.sha256());
            told.put("data.classes", data.classes());
        }
        told.put("configuration", manifest.configuration());
        told.put("analyses", manifest.analyses());
        told.put("layers", manifest.layers());
        told.put("device", manifest.device());
        told.put("executor", manifest.executor());
        told.put("software", manifest.software());
        told.put("times", manifest.times());
        if (manifest.times() != null) {
            told.put("times.started", manifest.times().started());
        }
        return told.entrySet().stream().filter(entry -> isMissing(entry.getValue())).map(Map.Entry::getKey).findFirst();
    }

    private static boolean isMissing(final Object value) {
        return value == null || value instanceof final List<?> list && list.stream().anyMatch(element -> element == null);
    }
}
