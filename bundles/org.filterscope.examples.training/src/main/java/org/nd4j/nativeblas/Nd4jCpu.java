package org.nd4j.nativeblas;

/**
 * Lets Deeplearning4j 1.0.0-M2.1 find oneDNN, which makes its convolutions about six times as fast. Its layers still look for the class of this
 * name that older versions had; the one they mean has moved. Without this class all numbers are the same, only later.
 */
public final class Nd4jCpu {

    private Nd4jCpu() {
    }

    /** The one question that layers ask. */
    public static final class Environment {
        private static final Environment INSTANCE = new Environment();

        private Environment() {
        }

        /** Called by name. */
        public static Environment getInstance() {
            return INSTANCE;
        }

        /** oneDNN was called MKL-DNN then. */
        public boolean isUseMKLDNN() {
            return org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment.getInstance().isUseONEDNN();
        }
    }
}
