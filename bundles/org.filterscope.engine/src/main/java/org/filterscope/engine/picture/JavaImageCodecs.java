package org.filterscope.engine.picture;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageReaderWriterSpi;
import javax.imageio.spi.ImageWriterSpi;

/**
 * The readers and writers that come with Java, whatever else is on the class path: what {@link ImageIO} would choose depends on
 * the order in which it finds libraries.
 */
public final class JavaImageCodecs {

    private JavaImageCodecs() {
    }

    /** @param format {@code bmp}, {@code gif}, {@code jpeg} or {@code png} */
    public static ImageReader reader(final String format) throws IOException {
        return provider(ImageReaderSpi.class, format).createReaderInstance();
    }

    /** @param format {@code bmp}, {@code gif}, {@code jpeg} or {@code png} */
    public static ImageWriter writer(final String format) throws IOException {
        return provider(ImageWriterSpi.class, format).createWriterInstance();
    }

    private static <P extends ImageReaderWriterSpi> P provider(final Class<P> kind, final String format) {
        final Iterator<P> providers = IIORegistry.getDefaultInstance().getServiceProviders(kind,
                provider -> provider.getClass().getModule() == ImageIO.class.getModule()
                        && Arrays.asList(((ImageReaderWriterSpi) provider).getFormatNames()).contains(format), false);
        if (!providers.hasNext()) {
            throw new IllegalStateException("this Java has no codec for " + format);
        }
        return providers.next();
    }
}
