package org.filterscope.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/** The structure of a graph as arrays, read from the JSON export: what a program would do that knows nothing of our file. */
record JsonGraph(double[][] nodes, double[][] edges, int nodeCount, int edgeCount) {
    private static final int FIELDS = 24;

    /** @param nodes as many as there are; @param edges as many as there are */
    static JsonGraph read(final Path file, final int nodes, final int edges) throws IOException {
        final double[][] nodeValues = new double[FIELDS][nodes];
        final double[][] edgeValues = new double[FIELDS][edges];
        int nodeCount = 0;
        int edgeCount = 0;
        try (Reader text = Files.newBufferedReader(file); JsonReader json = new JsonReader(text)) {
            json.beginObject();
            while (json.hasNext()) {
                switch (json.nextName()) {
                    case "nodes" -> nodeCount = records(json, nodeValues);
                    case "edges" -> edgeCount = records(json, edgeValues);
                    default -> json.skipValue();
                }
            }
            json.endObject();
        }
        return new JsonGraph(nodeValues, edgeValues, nodeCount, edgeCount);
    }

    private static int records(final JsonReader json, final double[][] values) throws IOException {
        int count = 0;
        json.beginArray();
        while (json.hasNext()) {
            json.beginObject();
            for (int field = 0; json.hasNext(); field++) {
                json.nextName();
                if (json.peek() == JsonToken.NUMBER) {
                    values[field][count] = json.nextDouble();
                } else {
                    json.skipValue();
                }
            }
            json.endObject();
            count++;
        }
        json.endArray();
        return count;
    }
}
