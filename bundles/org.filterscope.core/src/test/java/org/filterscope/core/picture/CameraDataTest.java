package org.filterscope.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CameraDataTest {
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;

    /** The camera's name, then the orientation; the value of a short stands in the first two of its four bytes. */
    private static byte[] data(final ByteOrder order, final int type, final int value) {
        final byte letter = (byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M');
        final ByteBuffer data = ByteBuffer.allocate(38).order(order).put(letter).put(letter).putShort((short) 42).putInt(8).putShort((short) 2);
        data.putShort((short) 271).putShort((short) ASCII).putInt(4).put("abc\0".getBytes(StandardCharsets.US_ASCII));
        data.putShort((short) Orientation.TAG).putShort((short) type).putInt(1);
        return (type == SHORT ? data.putShort((short) value).putShort((short) 0) : data.putInt(value)).putInt(0).array();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOrientationIsReadInBothByteOrdersWithAndWithoutTheName(final int value) {
        for (final ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            for (final int type : new int[] {SHORT, LONG}) {
                final byte[] data = data(order, type, value);
                assertThat(CameraData.orientation(data)).isEqualTo(Orientation.values()[value - 1]);
                assertThat(CameraData.orientation(named(data))).isEqualTo(Orientation.values()[value - 1]);
            }
        }
    }

    private static byte[] named(final byte[] data) {
        return ByteBuffer.allocate(6 + data.length).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(data).array();
    }

    @Test
    void onlySegmentsWithTheNameHoldCameraData() {
        assertThat(CameraData.isNamed(named(new byte[0]))).isTrue();
        assertThat(CameraData.isNamed("http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII))).isFalse();
        assertThat(CameraData.isNamed(new byte[] {'E', 'x'})).isFalse();
    }

    @Test
    void whatIsDamagedOrUnknownIsUpright() {
        assertThat(CameraData.orientation(new byte[0])).isEqualTo(Orientation.TOP_LEFT);
        assertThat(CameraData.orientation(data(ByteOrder.LITTLE_ENDIAN, SHORT, 9))).isEqualTo(Orientation.TOP_LEFT);
        assertThat(CameraData.orientation(data(ByteOrder.LITTLE_ENDIAN, ASCII, 6))).isEqualTo(Orientation.TOP_LEFT);
        final byte[] whole = data(ByteOrder.BIG_ENDIAN, SHORT, 6);
        final Random random = new Random(1);
        for (int i = 0; i < 5000; i++) {
            final byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            for (int j = 0; j < random.nextInt(4) && damaged.length > 0; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            assertThat(CameraData.orientation(damaged)).isNotNull();
        }
    }
}
