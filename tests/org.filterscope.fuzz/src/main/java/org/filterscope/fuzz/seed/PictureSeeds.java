package org.filterscope.fuzz.seed;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures of some hundred pixels, by the encoders of Java; Java has none for WebP. */
public final class PictureSeeds {
    private static final int ROWS = 18;
    private static final int COLS = 21;
    /** A gradient, lossy. */
    private static final String LOSSY = ""
            + "UklGRk4AAABXRUJQVlA4IEIAAABwAQCdASoQAAwAA4BaJbACdAFAAAD+8Fdv+a7wfC14vNV4VRNySgeyCT0B//ihdD9OU0//Jb2wH/HC1Y7VmXQAAAA=";
    /** A disc on nothing, lossy, with transparency in a chunk of its own. */
    private static final String TRANSPARENT = ""
            + "UklGRrgAAABXRUJQVlA4WAoAAAAQAAAADQAACgAAQUxQSEkAAAABL6CmbSM42G8ug+6H4yIikN4PjCJJUlSxCtjH4Z//2P7FzI2HiP4rbNsG6Zh3B3E/C/BI"
            + "CkRJanSGmcVwcsnIKZd2Y/7f//cAAFZQOCBIAAAAEAIAnQEqDgALAALATCWwAnS6AOMBNJwOwAD+34A/6JsQZmQtY+51Xtm6ls7Ck7/8daHtf7Y8rVX/Jv40"
            + "at5R76dWtArveQAA";
    /** Clouds, lossless. */
    private static final String LOSSLESS = ""
            + "UklGRsYBAABXRUJQVlA4TLkBAAAvDAACAJ/juLbdNPqSbCfDDDvsv5IpgdfMZJDbcBvbtqqcZ9/dPy6h9J9SAgVQgGbOU1ey7aaNFE7KzLSB7n8p3E9mCEdP"
            + "8x+ARljA9wf4swAHVQUkeAQBDyKpzTBHacH9XJ4feZKIHgFyGqjog+HwgSJz9SUJKIbBMXpZwF6e6ZdJbMj+JFXGK/zZmxVfFZMj5VtI5g8W2JI9icicdPlV"
            + "LQwt+U1wR8gNXVvik5oKcZCnDlmoag86KKnlQ3w6OEnwLybvKiNTQkLMB6oP4h8MmBIHx5/4skJyHpexSi6i1/B+buD3BSnM3qXjSi4hDxYEzGzvYpzjwKaC"
            + "jL9ETUq/YPndnwrLxd/zuYu4MeGNbVKe9etE7spW3gv5FpfALwgZ+mA8eNoXEbmPvMGZNS+Zl+4QWZZ3AxotqOdrQr3WIT0uwWEAAGQqama2bdu2bdsuov/h"
            + "qke9Hn+z3QpHEo1kLO70hQJBdypdrWUzlVLR6rDbyrpc3mK4ni5ns8mo1msLR5Xmt9vf7s/N+/BSKh7b70cskshlq/WCMZeOWRyhgItO+B0Y5LGx2bA7YEJT"
            + "gMLJJdLr/0c0AQAA";

    private PictureSeeds() {
    }

    /** JPEG: colours, colours by several scans, grey. */
    public static List<byte[]> jpeg() {
        return List.of(write("jpeg", BufferedImage.TYPE_INT_RGB, "JPEG"), progressive("jpeg", BufferedImage.TYPE_INT_RGB, "JPEG"),
                write("jpeg", BufferedImage.TYPE_BYTE_GRAY, "JPEG"));
    }

    /** PNG: colours, with transparency, palette, grey of 8 and 16 bits, black and white, interlaced. */
    public static List<byte[]> png() {
        return List.of(write("png", BufferedImage.TYPE_INT_RGB, "Deflate"), write("png", BufferedImage.TYPE_INT_ARGB, "Deflate"), palette(),
                write("png", BufferedImage.TYPE_BYTE_GRAY, "Deflate"), write("png", BufferedImage.TYPE_USHORT_GRAY, "Deflate"),
                write("png", BufferedImage.TYPE_BYTE_BINARY, "Deflate"), progressive("png", BufferedImage.TYPE_INT_RGB, "Deflate"));
    }

    /** PNG with one number a pixel, as masks are. */
    public static byte[] palette() {
        return write("png", BufferedImage.TYPE_BYTE_INDEXED, "Deflate");
    }

    /** GIF: a palette, and black and white in rows of another order. */
    public static List<byte[]> gif() {
        return List.of(write("gif", BufferedImage.TYPE_BYTE_INDEXED, "LZW"), progressive("gif", BufferedImage.TYPE_BYTE_BINARY, "LZW"));
    }

    /** BMP: colours, and a palette with and without run lengths. */
    public static List<byte[]> bmp() {
        return List.of(write("bmp", BufferedImage.TYPE_INT_RGB, "BI_RGB"), write("bmp", BufferedImage.TYPE_BYTE_INDEXED, "BI_RGB"),
                write("bmp", BufferedImage.TYPE_BYTE_INDEXED, "BI_RLE8"));
    }

    /** TIFF in all usual compressions. */
    public static List<byte[]> tiff() {
        return List.of(write("tiff", BufferedImage.TYPE_INT_RGB, "LZW"), write("tiff", BufferedImage.TYPE_INT_RGB, "Deflate"),
                write("tiff", BufferedImage.TYPE_BYTE_GRAY, "PackBits"), write("tiff", BufferedImage.TYPE_INT_RGB, "JPEG"),
                write("tiff", BufferedImage.TYPE_BYTE_BINARY, "CCITT T.6"), write("tiff", BufferedImage.TYPE_BYTE_BINARY, "CCITT RLE"),
                write("tiff", BufferedImage.TYPE_USHORT_GRAY, "ZLib"));
    }

    /** WebP: lossy, lossy with transparency, lossless. */
    public static List<byte[]> webp() {
        return List.of(Base64.getDecoder().decode(LOSSY), Base64.getDecoder().decode(TRANSPARENT), Base64.getDecoder().decode(LOSSLESS));
    }

    private static byte[] write(final String format, final int type, final String compression) {
        return write(format, drawn(type), compression, false);
    }

    private static byte[] progressive(final String format, final int type, final String compression) {
        return write(format, drawn(type), compression, true);
    }

    private static BufferedImage drawn(final int type) {
        final BufferedImage image = new BufferedImage(COLS, ROWS, type);
        final Graphics2D graphics = image.createGraphics();
        for (int i = 0; i < ROWS; i++) {
            graphics.setColor(new Color(13 * i, 255 - 11 * i, 7 * i % 100));
            graphics.drawLine(i, 0, COLS - i, i);
        }
        graphics.dispose();
        return image;
    }

    private static byte[] write(final String format, final BufferedImage image, final String compression, final boolean progressive) {
        final ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            final ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionType(compression);
            if (parameters.canWriteProgressive()) {
                parameters.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
