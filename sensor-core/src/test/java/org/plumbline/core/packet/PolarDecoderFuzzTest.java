package org.plumbline.core.packet;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class PolarDecoderFuzzTest {
    @MethodSource("seeds")
    @FuzzTest
    void holdsWhateverComes(byte[] input) {
        FuzzedStream.check(DecoderStreams.POLAR, input);
    }

    static Stream<byte[]> seeds() {
        return FuzzedStream.seeds(DecoderStreams.POLAR);
    }
}
