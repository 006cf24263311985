package org.plumbline.core.packet;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class ThingyDecoderFuzzTest {
    @MethodSource("seeds")
    @FuzzTest
    void holdsWhateverComes(byte[] input) {
        FuzzedStream.check(DecoderStreams.THINGY, input);
    }

    static Stream<byte[]> seeds() {
        return FuzzedStream.seeds(DecoderStreams.THINGY);
    }
}
